"""What `workspace.yml` says of the second reader under `second_reader`.

```yaml
second_reader:
  address: http://localhost:8000/v1   # of any server that speaks OpenAI's protocol for chats
  model: name-of-the-model
  key_from: SECOND_READER_KEY         # optional: the environment variable that holds the key
  seconds: 120                        # optional: how long one answer may take
```
"""

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from dagster_project.workspace import Workspace, WrongUse

SECONDS = 120.0
_KNOWN = {"address", "model", "key_from", "seconds"}


@dataclass(frozen=True)
class Settings:
    """Where the model is, which it is, and how long it may take. The key is never written anywhere."""

    address: str
    model: str
    key: str | None = None
    seconds: float = SECONDS


def settings_of(workspace: Workspace) -> Settings | None:
    """The second reader of a workspace; None where it has none.

    Raises WrongUse for settings that cannot be used, and for a key that is not in the environment.
    """
    said = workspace.config.get("second_reader")
    if said is None:
        return None

    def refuse(what: str, mend: str) -> WrongUse:
        return WrongUse(f"second_reader: {what}", workspace.config_file, mend)

    if not isinstance(said, dict) or (unknown := set(said) - _KNOWN):
        what = f"unknown: {', '.join(sorted(map(str, unknown)))}" if isinstance(said, dict) else "this is no list"
        raise refuse(what, f"write {', '.join(sorted(_KNOWN))} below it")
    address, model = said.get("address"), said.get("model")
    parts = urlsplit(address) if isinstance(address, str) else None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or parts.password:
        raise refuse(f"address '{address}'", "write where the server is, such as http://localhost:8000/v1")
    if not isinstance(model, str) or not model.strip():
        raise refuse("no model", "write the name by which the server knows the model")
    seconds = said.get("seconds", SECONDS)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds <= 3600:
        raise refuse(f"seconds '{seconds}'", "write how long an answer may take, from 1 to 3600")
    variable = said.get("key_from")
    if variable is not None and not os.environ.get(str(variable)):
        raise refuse(f"the environment has no {variable}", f"set {variable} to the key of the server")
    return Settings(address.rstrip("/"), model, os.environ[variable] if variable else None, float(seconds))
