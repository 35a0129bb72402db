"""Bytes in and bytes out: decoding, lines, safe YAML and JSON, packaged data, atomic writes, the guard for cells."""
