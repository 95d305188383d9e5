"""Disk and file formats: how things are read and written, never what they mean."""
