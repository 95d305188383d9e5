"""Báo cáo: the report as it will be saved, what is written into its head, and where its figures come from."""
