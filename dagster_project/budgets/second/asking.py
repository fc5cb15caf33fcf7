"""One question to the model and its answer, by OpenAI's protocol for chats.

Belongs here: the words of the question, the schema of the answer (from the dictionary's table `mention`), and what may
go wrong on the way. Does not belong here: whether the answer is true (`accepting`), keeping it (`kept`).
"""

import json
import time
from functools import cache
from typing import TYPE_CHECKING, Any

from dagster_project.budgets.party import AMOUNT_FIELDS
from dagster_project.budgets.second.settings import Settings
from dagster_project.dictionary import table

if TYPE_CHECKING:
    import requests

TEXTS = (
    "section_written", "legal_form_written", "seat_written", "purpose_written", "interest_written", "risks_written",
    "programme_written", "status_written",
)  # fmt: skip
MOST_PARTIES, LONGEST = 400, 6_000
LARGEST = 4 << 20
"""Bytes of an answer: more than any list of parties takes, and less than would hurt."""

TRIES = 3
_AGAIN = frozenset({408, 429, 500, 502, 503, 504})
_TASK = (
    "Je leest een deel van een Nederlandse begroting of jaarrekening. Noem elke verbonden partij die erin staat één "
    "keer, met wat de tekst van haar zegt. Een verbonden partij is een rechtspersoon of gemeenschappelijke regeling "
    "waarin de organisatie een bestuurlijk en een financieel belang heeft. Koppen, totalen, beleidsteksten, "
    "inhoudsopgaven en subsidies zijn geen partij. Neem elke waarde letterlijk over uit de tekst, ook bedragen; "
    "schrijf null waar de tekst niets zegt. Noem geen namen van personen. Antwoord alleen met JSON naar dit schema:\n"
)


class Failed(Exception):
    """No answer that can be used; the message says why, in Dutch, with the mend."""


class CutOff(Failed):
    """The answer was longer than the model may write: a smaller part may do."""


@cache
def schema() -> dict[str, Any]:
    """JSON Schema of an answer: columns of `mention`, amounts as written."""
    mention = table("mention")
    text = {"type": ["string", "null"], "maxLength": LONGEST}

    def told(name: str, shape: dict[str, Any]) -> dict[str, Any]:
        return {**shape, "description": mention.column(name).description}

    properties: dict[str, Any] = {
        "name_written": told("name_written", {"type": "string", "minLength": 1, "maxLength": 500}),
        **{name: told(name, text) for name in TEXTS},
        "participants_written": told(
            "participants_written", {"type": "array", "maxItems": 500, "items": {"type": "string", "maxLength": 500}}
        ),
        **{name: told(name, text) for name in AMOUNT_FIELDS},
        "unit_written": {**text, "description": "The unit of the amounts as the text gives it, such as x € 1.000."},
    }
    party = {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False,
    }  # fmt: skip
    return {
        "type": "object",
        "properties": {"parties": {"type": "array", "maxItems": MOST_PARTIES, "items": party}},
        "required": ["parties"],
        "additionalProperties": False,
    }


def question(model: str, text: str) -> dict[str, Any]:
    """The body of a request: the same for the same text, so that its hash can name the answer."""
    shape = schema()
    return {
        "model": model,
        "temperature": 0,
        "seed": 0,
        "messages": [
            {"role": "system", "content": _TASK + json.dumps(shape, ensure_ascii=False)},
            {"role": "user", "content": text},
        ],
        "response_format": {
            "type": "json_schema", "json_schema": {"name": "parties", "strict": True, "schema": shape},
        },
    }  # fmt: skip


def ask(settings: Settings, body: dict[str, Any], pause: float = 2.0) -> dict[str, Any]:
    """The answer, as its schema says. `pause` seconds lie between two tries of a server that is too busy.

    Raises Failed where there is none, CutOff where it was cut off.
    """
    content, reason = _content(settings, body, pause)
    if reason == "length":
        raise CutOff("het antwoord werd afgekapt; sta het model langere antwoorden toe")
    return checked(content)


def checked(content: str) -> dict[str, Any]:
    """The JSON of an answer, held against the schema.

    Raises Failed.
    """
    import jsonschema

    text = content.strip()
    if text.startswith("```"):  # many models cannot be kept from fencing their answer
        text = text.strip("`").removeprefix("json").strip()
    try:
        answer = json.loads(text)
        jsonschema.validate(answer, schema())
    except (ValueError, RecursionError) as error:
        raise Failed(f"het antwoord is geen JSON ({str(error)[:120]}); kies een model dat het schema volgt") from error
    except jsonschema.ValidationError as error:
        where = "/".join(map(str, error.absolute_path)) or "het antwoord"
        detail = f"het antwoord volgt het schema niet ({where}: {error.message[:120]}); kies een model dat dat doet"
        raise Failed(detail) from error
    return answer


def _content(settings: Settings, body: dict[str, Any], pause: float) -> tuple[str, str | None]:
    import requests

    try:
        with _session(pause) as session:
            status, raw = _post(session, settings, body)
            if status == 400 and "response_format" in body:
                # An older server does not know schemas; the question says the schema in words as well.
                body = {k: v for k, v in body.items() if k != "response_format"}
                status, raw = _post(session, settings, body)
    except requests.RequestException as error:
        why = f"de server is niet te bereiken ({type(error).__name__})"
        raise Failed(f"{why}; draai opnieuw wanneer de server het weer doet") from error
    if status in _AGAIN:
        raise Failed(f"de server antwoordt met {status}, na {TRIES} pogingen; draai opnieuw wanneer hij het weer doet")
    if status != 200:
        raise Failed(f"de server antwoordt met {status}; controleer adres, model en sleutel in workspace.yml")
    return _choice(raw)


def _session(pause: float) -> "requests.Session":
    """A session that asks again where a server cannot be reached or is too busy.

    When to come back is not left to the server: it might say never.
    """
    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util import Retry

    again = Retry(
        TRIES - 1, redirect=0, allowed_methods=None, status_forcelist=_AGAIN, backoff_factor=pause / 2,
        raise_on_status=False, respect_retry_after_header=False,
    )  # fmt: skip
    session = requests.Session()
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=again))
    return session


def _post(session: "requests.Session", settings: Settings, body: dict[str, Any]) -> tuple[int, bytes]:
    """The status and the bytes of the answer, read piece by piece: a server may send for ever, and slowly."""
    import requests

    headers = {"Authorization": f"Bearer {settings.key}"} if settings.key else {}
    address = f"{settings.address}/chat/completions"
    limits = {"timeout": (min(10.0, settings.seconds), settings.seconds), "allow_redirects": False}
    with session.post(address, json=body, headers=headers, stream=True, **limits) as response:
        ends = time.monotonic() + settings.seconds
        raw = bytearray()
        for piece in response.iter_content(1 << 16):
            raw += piece
            if len(raw) > LARGEST:
                raise Failed(f"het antwoord is groter dan {LARGEST >> 20} MiB; controleer de server")
            if time.monotonic() > ends:
                raise requests.Timeout
        return response.status_code, bytes(raw)


def _choice(raw: bytes) -> tuple[str, str | None]:
    try:
        choice = json.loads(raw)["choices"][0]
        content = choice["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Failed("de server spreekt het protocol niet; controleer het adres in workspace.yml") from error
    if not isinstance(content, str):
        raise Failed("het model gaf een leeg antwoord; kies een ander model")
    return content, choice.get("finish_reason")
