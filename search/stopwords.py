"""Words that say nothing about what somebody looks for, as folding leaves them."""

_FA = "از با برای به تا در را که و یا این ان است هست ها های می نمی من ما یک هم ای"
_AR = "فی من الی علی عن مع هذا هذه ذلک التی الذی و او ان هو هی انا ال ل ب"
_EN = "a an and are at by for from i in is it me my of on or that the this to with who can"
_FR = (
    "a au aux avec ce ces d dans de des du elle en est et il je l la le les ma mon ou par pour qui sur un une"
)
_DE = "am an auf aus bei das dem den der des die ein eine einem einen einer es fur ich im in ist mein mit"
_DE_MORE = "oder und von vor wer zu zum zur"

STOPWORDS = frozenset(f"{_FA} {_AR} {_EN} {_FR} {_DE} {_DE_MORE}".split())
