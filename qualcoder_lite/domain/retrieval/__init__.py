"""Passages by their codes and by what is near them, and how often and with what else codes are used."""
