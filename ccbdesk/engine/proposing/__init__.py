"""From an office's own template to a form that could be: what stands where, how sure, and what could not be told."""
