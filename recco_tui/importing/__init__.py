"""From an export to a plan: `read` its files, `match` its rows to people, `plan` the changes."""
