"""The pieces pages are put together from; they know no page and no service."""
