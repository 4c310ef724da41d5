"""Whether rows came in before under another name: somebody renamed or copied the folder."""

from collections import Counter

from directory.models import ImportedRecord

SAMPLE = 500


def recognised(source: str, names: dict[str, str]) -> str:
    """The source that already holds more than half of these services by id and name; else `source` itself."""
    if ImportedRecord.objects.filter(source=source).exists():
        return source
    sample = dict(list(names.items())[:SAMPLE])
    known = ImportedRecord.objects.filter(table="services", external_id__in=sample)
    found = Counter(
        other
        for other, external_id, name in known.values_list("source", "external_id", "values__name")
        if sample[external_id] == name
    )
    best, count = next(iter(found.most_common(1)), (source, 0))
    return best if count > len(sample) / 2 else source
