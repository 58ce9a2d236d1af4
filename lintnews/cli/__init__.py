"""Door: the command line. One command a file; each is a function that gives an exit code."""
