"""What nobody asks who only wants to read: query strings of slips, of broken programs and of attackers."""

from urllib.parse import urlencode

STRANGE = {
    "a null": "q=%00",
    "a null among words": "q=law%00yer",
    "a long text": urlencode({"q": "مشاوره حقوقی " * 800}),
    "one endless word": f"q={'a' * 20_000}",
    "a page before the first": "page=-1",
    "a page that is none": "page=two",
    "an endless page": f"page={'9' * 400}",
    "500 filters": urlencode([("need", f"need-{number}") for number in range(500)]),
    "500 names": urlencode([(f"name{number}", "1") for number in range(500)]),
    "a filter that does not exist": "colour=green",
    "a value that does not exist": "need=nothing&delivery=pigeon&audience=cats&order=best-first",
    "half a letter": "q=%ff%fe&need=%c3&country=%e2%82",
    "a half of a pair": "q=%ed%a0%80",
    "words of a query language": "q=" + urlencode({"": '" OR ( NEAR * ^ AND NOT - :'})[1:],
    "only signs": "q=%22%27%2A%3A%28",
    "a script": urlencode({"q": "<script>alert(1)</script>", "city": "<b>", "near": "<i>,1"}),
    "right to left": urlencode({"q": "\u202egnihton\r\nX: y"}),
    "nowhere": "near=91,181&radius_km=-4",
    "a place that is none": "near=nan,inf&radius_km=1e9",
    "nothing at all": "q=&need=&country=&city=&page=&near=",
    "no name": "=&&==;",
}
