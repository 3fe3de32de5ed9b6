"""Verbs.  They take a database session and the content, change rows, and never commit."""
