"""The yardstick for the page of results: what Wagtail's own search gives by following its documentation.

The same listings with the same texts in a model of their own, found by Wagtail's database backend; facets by
annotation; twenty cards in a plain template. It shows less than the site does and folds no spelling.
"""
