"""Door: the language server. Editors ask over the standard input and output; the answers come from one warm linter."""
