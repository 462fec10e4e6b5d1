"""The program itself, without any project: its log, guide, demonstration, licences, place on a desktop."""
