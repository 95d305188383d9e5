"""The command line: a stable interface, described in the README."""
