"""How well search answers people: what they type, what they need, and what they get.

../judgements  what people type and which listings help them, a file per language
judgements     those files as values, refused where they make no sense
listings       the facts that a judgement can ask for
measures       what the answers are worth
running        the demonstration in a database of its own, asked by every engine
printing       the figures by kind and language, and the worst answers
telling        fifty searches one by one, as docs/search.md shows them
"""
