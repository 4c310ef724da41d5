"""The Human Services Data Specification: CSV of 1.1 to 3.x and JSON of 3.x, read into the tables of 3.x."""
