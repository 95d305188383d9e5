"""Form → the plan of a blank return for one unit and period."""
