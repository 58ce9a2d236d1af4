"""Vale's styles, run as Vale runs them: a `.vale.ini` and a source in, findings out."""
