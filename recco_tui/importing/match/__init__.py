"""Who is meant by a row: one of its own people, one who is stored, or a question."""
