"""A Word file as it is to be looked at: from its bytes to a paper whose every format is worked out."""
