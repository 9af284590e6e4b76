"""Makes every call to the system fail in turn, and looks at what is left: `python -m tests.e2e.faults`."""
