"""What would change: texts, asks and requests against what is stored."""
