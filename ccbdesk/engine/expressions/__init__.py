"""The one language of rules, derived figures, conditions and sentences: parsed once, read in several ways."""
