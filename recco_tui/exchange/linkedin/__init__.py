"""LinkedIn's own data export, read into values."""
