"""Values as files that only the user can read."""
