"""The texts of the site in its languages, kept in .po files; gettext's own tools are not needed.

English is the language of the code, so it has no file: its messages are their own translation.
"""
