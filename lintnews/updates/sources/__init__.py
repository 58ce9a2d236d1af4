"""The sources of facts, one a module; each names itself in `LOADER`."""
