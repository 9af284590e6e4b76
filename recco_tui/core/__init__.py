"""Values and rules: pure, no files, no database, no clock."""
