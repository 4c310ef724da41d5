"""On Elasticsearch each case has an index of its own; the database's own cases stay away."""

from collections.abc import Iterator

import pytest
from django.conf import settings

from tests.engines import cluster, in_use


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not in_use.IS_ELASTICSEARCH:
        return
    here = [item for item in items if "tests/engines" in item.nodeid]
    left_out = [item for item in here if item.get_closest_marker("database_engine")]
    for item in here:
        item.add_marker("elasticsearch")
    items[:] = [item for item in items if item not in left_out]
    if left_out:
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(autouse=True)
def index(request: pytest.FixtureRequest, worker: str) -> Iterator[None]:
    if not in_use.IS_ELASTICSEARCH or not request.node.get_closest_marker("django_db"):
        yield
        return
    from search.engines.elasticsearch import indices
    from search.engines.elasticsearch.connection import client

    alias = f"{settings.ELASTICSEARCH_PREFIX}-listings"
    with cluster.in_peace():
        indices.delete(client(), *indices.orphans(client(), alias), *indices.behind(client(), alias))
        made = indices.create(client(), alias)
        indices.prepare(client(), made)
        indices.put_in_place(client(), alias, made)
        yield
        indices.delete(client(), *indices.orphans(client(), alias), *indices.behind(client(), alias))
