"""The cluster's totals on their way up: into the return that the body above has asked for."""
