"""Content on paper: cards and booklets as PDF.  Pure: no web, no database."""
