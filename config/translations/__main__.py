"""`python -m config.translations update` (make messages) or `check` (make lint)."""

import sys

from config.translations import catalogs, messages


def main(action: str) -> None:
    source = messages.in_source()
    if action == "update":
        for language in catalogs.TRANSLATED:
            catalogs.update(language, source)
        print(f"{len(source)} messages in {len(catalogs.TRANSLATED)} languages")
        return
    found = [problem for language in catalogs.TRANSLATED for problem in catalogs.problems(language, source)]
    print("\n".join(found))
    sys.exit(f"{len(found)} translations are missing" if found else 0)


if __name__ == "__main__":
    main(sys.argv[1])
