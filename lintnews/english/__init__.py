"""English text in, its sentences, parts of speech, syllables and title forms out: what the rule language needs of grammar."""
