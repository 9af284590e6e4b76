"""LinkedIn's files as values, whatever state they are in."""
