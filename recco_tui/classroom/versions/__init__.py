"""Alembic's migrations of the class's store, each a revision."""
