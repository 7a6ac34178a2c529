"""Codes and names that others maintain: agencies, months, places, languages, countries."""
