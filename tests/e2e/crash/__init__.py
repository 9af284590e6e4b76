"""Kills the program at random moments and looks at what is left: `python -m tests.e2e.crash`."""
