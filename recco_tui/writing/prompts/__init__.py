"""Words to begin with: questions, messages, and a prompt for an assistant."""
