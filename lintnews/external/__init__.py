"""Other people's linters: what lintnews.yaml says of one, how it is run over a story, and how what it prints is read."""
