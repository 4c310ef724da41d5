"""The needs a new site begins with, in five languages, with the words people use for them.

`load_taxonomy` writes what is missing and touches nothing that is there: from then on editors own it.
"""
