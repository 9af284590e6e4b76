"""The ledger for an assistant (`recco mcp`), where the extra is installed."""
