"""A class's store: SQLite or PostgreSQL, the same code on both."""
