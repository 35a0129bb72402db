"""skplint: a rule engine and linter for Indonesian performance statements (SKP)."""

__version__ = "0.1.0"
