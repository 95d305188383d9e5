"""How requests are answered, one module a screen: an operation, then the picture of what it gave."""
