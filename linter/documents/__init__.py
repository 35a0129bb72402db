"""Readers: text, drafts (YAML, JSON) and tables become Documents, streams of Items with their places."""
