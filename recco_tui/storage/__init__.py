"""The only SQL: one module per noun, migrations, history and snapshots."""
