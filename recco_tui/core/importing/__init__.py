"""From what an export says to the changes that it makes: people, texts, asks, questions."""
