"""What people write into cells, and the values that the site stores."""
