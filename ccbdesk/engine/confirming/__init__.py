"""A unit's return → the paper on which it confirms its figures."""
