"""The cluster that the settings name."""

from functools import cache
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch

from search.engines.patience import SECONDS_TO_ANSWER

SECONDS_TO_WORK = 30


@cache
def client() -> Elasticsearch:
    """One a process; safe to share between threads. A node that refuses is passed over for a while."""
    return Elasticsearch(
        settings.ELASTICSEARCH_URL,
        request_timeout=SECONDS_TO_ANSWER,
        retry_on_timeout=False,
        max_retries=max(2, len(settings.ELASTICSEARCH_URL)),
        dead_node_backoff_factor=0.5,
        max_dead_node_backoff=10,
        http_compress=False,
        **_access(),
    )


def patient(client: Elasticsearch) -> Elasticsearch:
    """For what nobody waits for."""
    return client.options(request_timeout=SECONDS_TO_WORK)


def alias() -> str:
    """The name that searches ask; behind it stands the index of the last rebuild."""
    return f"{settings.ELASTICSEARCH_PREFIX}-listings"


def _access() -> dict[str, Any]:
    access: dict[str, Any] = {}
    if settings.ELASTICSEARCH_API_KEY:
        access["api_key"] = settings.ELASTICSEARCH_API_KEY
    elif settings.ELASTICSEARCH_USER:
        access["basic_auth"] = (settings.ELASTICSEARCH_USER, settings.ELASTICSEARCH_PASSWORD)
    if settings.ELASTICSEARCH_CA_CERT:
        access["ca_certs"] = settings.ELASTICSEARCH_CA_CERT
    return access
