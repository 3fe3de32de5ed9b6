"""The text files that authors write, read into frozen dataclasses.  Pure: no web, no database."""
