"""Earlier stories in, an index of what they say out; a new story in, where it disagrees with them out.

The index is one SQLite file. What goes into it is read from a story by the ledger alone, so that a hundred thousand stories take minutes.
"""
