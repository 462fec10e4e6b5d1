"""What stands in the reports of the study's three stages."""
