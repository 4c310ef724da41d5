"""Bringing listings in from files: the field's standard form (HSDS) and the editors' own spreadsheet."""
