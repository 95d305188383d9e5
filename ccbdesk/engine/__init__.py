"""The verbs of the office: pure decisions over the model that touch neither disk, clock nor screen."""
