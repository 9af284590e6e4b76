"""The rules of Today, one module a family; `core/agenda.py` runs and ranks them.

A family's `alerts(day)` is run because an action names it (`Action.rules`).
"""
