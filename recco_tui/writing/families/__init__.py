"""The word lists behind `vocabulary`, as data, by meaning."""
