"""Listings by the thousand or the million, the same for the same seed on every machine.

words          invented names, some common and most rare, in the letters of each language
listings       what a listing says: the demonstration's offers, houses and texts, mixed anew in real cities
storing        into the tables of the site, and into its index
queries        what people ask
"""
