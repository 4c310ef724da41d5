"""What the public sees: an honest page, the sign-up, and each volunteer's own page."""
