"""recco: a keyboard-driven daily review of LinkedIn recommendations."""

__version__ = "0.1.0"
