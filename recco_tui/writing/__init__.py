"""Text in, review out: sentences, parts, findings and prompts. Pure."""
