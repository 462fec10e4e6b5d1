"""The reports of the study's three stages."""
