"""The nouns of the office: frozen values that know nothing of files, screens or Vietnamese sentences."""
