"""Form and submissions → the cluster's totals, each with its coverage and parts."""
