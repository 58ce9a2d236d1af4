"""The version, in one place, importable by every room."""

__version__ = "0.1.0"
