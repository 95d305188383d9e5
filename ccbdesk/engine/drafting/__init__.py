"""The drafting of the report: a form's sentences with the figures of a consolidation."""
