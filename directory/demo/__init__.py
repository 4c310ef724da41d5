"""A directory to try the site with: fictional organizations in real cities, with numbers nobody answers.

data/          the texts, in five languages
content        those texts as values
plan           which organization offers what, and where
dice           choices that are the same on every machine
facts, hours, reaching, translating
               what a listing says, decided from plan and dice
load           writing what is missing
"""
