"""What a person reads: facts of the model turned into Vietnamese words."""
