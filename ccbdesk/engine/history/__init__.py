"""Form, period and the kept figures of earlier ones → one base of comparison; tables and predecessors read for it."""
