"""Copies of the users' files with the notes in them; the original is never touched."""
