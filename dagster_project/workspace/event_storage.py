"""Where Dagster keeps the events of runs: its own SQLite storage, with one engine per file for as long as it lives.

Dagster makes an engine, and so compiles each statement anew, for every event; of a run of the example that was a third
of the time. Belongs here: that one difference. Does not belong here: what is stored, and where (`instance`).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dagster._config.config_schema import UserConfigSchema
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._core.storage.sql import create_engine
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._serdes import ConfigurableClassData
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool

FOLDER = Path("history") / "runs"
"""Where Dagster's own storage has its files, below the home of the instance."""


class KeptEventLogStorage(SqliteEventLogStorage):
    """Dagster's storage of events in SQLite, that keeps its engines. The files are the same, and either reads them."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None):
        self._engines: dict[str, Engine] = {}
        super().__init__(base_dir, inst_data)

    @classmethod
    def config_type(cls) -> UserConfigSchema:
        return {}

    @classmethod
    def from_config_value(
        cls, inst_data: ConfigurableClassData | None, config_value: dict[str, Any]
    ) -> "KeptEventLogStorage":
        return cls(str(Path(os.environ["DAGSTER_HOME"]) / FOLDER), inst_data)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock:
            engine = self._engine(shard)
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.begin() as connection:
                yield connection

    def _engine(self, shard: str) -> Engine:
        if shard not in self._engines:
            place = self.conn_string_for_shard(shard)
            engine = create_engine(place, poolclass=NullPool, connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS})
            event.listen(engine, "connect", _without_waiting)
            self._engines[shard] = engine
        return self._engines[shard]

    def dispose(self) -> None:
        for engine in self._engines.values():
            engine.dispose()
        self._engines.clear()
        super().dispose()


def _without_waiting(connection: Any, _: Any) -> None:
    """A commit does not wait for the disk: with its log ahead of its writes the file stays whole, and what a power cut
    takes of the history of a run is the history of a run that it ended."""
    connection.execute("PRAGMA synchronous=NORMAL")
