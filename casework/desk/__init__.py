"""The caseworkers' desk in the admin."""
