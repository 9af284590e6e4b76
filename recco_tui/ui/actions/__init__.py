"""What the keys do: one small object a verb, listed by the screens that offer it."""
