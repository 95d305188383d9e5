"""Zip packages, in which Office keeps its files: their parts, and whether they may be opened at all."""
