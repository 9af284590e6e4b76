"""What keys do with projects and moments: note what ended, and what happened with somebody."""
