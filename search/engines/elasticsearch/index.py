"""The index of this site, on the cluster that the settings name: what commands and workers ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from elasticsearch import ApiError, Elasticsearch, TransportError

from search.engines.base import EngineAwayError
from search.engines.elasticsearch import applying, indices, rebuilding, verifying
from search.engines.elasticsearch.connection import alias, client, patient
from search.engines.elasticsearch.verifying import Difference

Parameters = ParamSpec("Parameters")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Status:
    """`indexes` are those behind the alias, `left_over` those of rebuilds that were killed or still run."""

    health: str
    nodes: int
    indexes: tuple[str, ...]
    left_over: tuple[str, ...]
    documents: int


def _or_away(function: Callable[Parameters, Answer]) -> Callable[Parameters, Answer]:
    """The errors of the client stay in this package."""

    def told(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Answer:
        try:
            return function(*args, **kwargs)
        except (TransportError, ApiError) as error:
            raise EngineAwayError(str(error)) from error

    return told


@_or_away
def apply_due() -> int:
    return applying.apply_due(client(), alias())


@_or_away
def rebuild() -> int:
    return rebuilding.rebuild(client(), alias())


@_or_away
def differences() -> list[Difference]:
    return verifying.differences(client(), alias())


@_or_away
def repair(several: list[Difference]) -> None:
    """Those listings alone, at once."""
    verifying.repair(several)
    while applying.apply_due(client(), alias()):
        pass


@_or_away
def status() -> Status:
    health = patient(client()).cluster.health()
    indexes = indices.behind(client(), alias())
    return Status(
        health=health["status"],
        nodes=health["number_of_nodes"],
        indexes=tuple(indexes),
        left_over=tuple(indices.orphans(client(), alias())),
        documents=_documents(client()) if indexes else 0,
    )


def _documents(asked: Elasticsearch) -> int:
    return patient(asked).count(index=alias())["count"]
