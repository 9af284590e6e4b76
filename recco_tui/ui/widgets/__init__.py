"""Widgets that know values, never the ledger."""
