"""Every verb a user can do: one method, one transaction, one clock."""
