"""Elasticsearch, for large directories; without an address the site's own database answers searches."""

from config.settings import environment

ELASTICSEARCH_URL = environment.nodes("ELASTICSEARCH_URL")
ELASTICSEARCH_USER = environment.text("ELASTICSEARCH_USER")
ELASTICSEARCH_PASSWORD = environment.given_with("ELASTICSEARCH_PASSWORD", "ELASTICSEARCH_USER")
ELASTICSEARCH_API_KEY = environment.text("ELASTICSEARCH_API_KEY")
ELASTICSEARCH_CA_CERT = environment.readable_file("ELASTICSEARCH_CA_CERT")
# Several sites may share a cluster.
ELASTICSEARCH_PREFIX = environment.index_prefix("ELASTICSEARCH_PREFIX", default="panah")
# Whether web processes bring changes to Elasticsearch themselves, or `manage.py search_worker` alone does.
SEARCH_WORKER = environment.flag("SEARCH_WORKER", default=True)
