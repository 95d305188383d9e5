"""The dossier: one SQLite file a cluster. This room knows bytes, rows and the model's nouns, never what they mean."""
