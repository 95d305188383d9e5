"""How pictures are drawn from what the operations give, one module a screen."""
