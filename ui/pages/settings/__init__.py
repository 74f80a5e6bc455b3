"""The page Settings: its sections, the search over them, and files of settings."""
