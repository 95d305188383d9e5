"""Consolidation and findings → the plan of the cluster workbook."""
