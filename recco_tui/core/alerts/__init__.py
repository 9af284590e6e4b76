"""The rules of Today, one module a family; `core/agenda.py` runs and ranks them."""
