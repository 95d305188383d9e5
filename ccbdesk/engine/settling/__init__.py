"""Decisions and what was received → what is settled, what may be decided, and how two versions differ."""
