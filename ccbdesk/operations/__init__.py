"""The user's moves: gather, decide, apply; one module a move. Here engine and files meet, and nowhere else."""
