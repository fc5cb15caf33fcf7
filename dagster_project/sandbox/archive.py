"""Zips opened with suspicion: bombs by what they declare and by what they really unpack to, macros, XML entities."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from dagster_project.sandbox.limits import MAX_EXPANDED, MAX_PARTS, MAX_RATIO, MAX_XML, MIN_FOR_RATIO
from dagster_project.sandbox.markup import check_markup
from dagster_project.sandbox.refusal import Refused

_STEP = 1 << 18
_MACRO = re.compile(r"(?:xl|word)/(?:vbaProject\.bin|macrosheets/.+)|(?:Basic|Scripts)/.+", re.IGNORECASE)


def open_parts(path: Path, wanted: re.Pattern[str]) -> dict[str, bytes]:
    """The parts of a zip whose names match `wanted`, all checked.

    Nothing is ever unpacked to disk, so the names of parts may be anything.
    Raises Refused: corrupt, encrypted, active_content, zip_bomb, too_large, external_entity.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _declared(members)
            return _unpack(archive, [m for m in members if wanted.fullmatch(m.filename)])
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise Refused(
            "corrupt", "document", f"het bestand laat zich niet uitpakken ({error}); vraag het opnieuw op"
        ) from error


def blocks_of_part(path: Path, name: str) -> Iterator[bytes]:
    """One part of a zip, a piece at a time, for XML that is never held whole; its zip was looked at by `open_parts`.

    Raises Refused: corrupt, zip_bomb, external_entity.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = {m.filename.lstrip("/").lower(): m for m in archive.infolist()}
            if name.lower() not in members:
                raise Refused("corrupt", f"part={name}", "het deel ontbreekt; bewaar het bestand opnieuw")
            total = 0
            with archive.open(members[name.lower()]) as part:
                while block := part.read(_STEP):
                    if not total:
                        check_markup(block, f"part={name}")
                    total += len(block)
                    if total > MAX_EXPANDED:
                        detail = f"is uitgepakt meer dan {MAX_EXPANDED >> 20} MiB; vraag om een kleiner bestand"
                        raise Refused("zip_bomb", f"part={name}", detail)
                    yield block
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as error:
        raise Refused(
            "corrupt", "document", f"het bestand laat zich niet uitpakken ({error}); vraag het opnieuw op"
        ) from error


def _declared(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_PARTS:
        raise Refused("zip_bomb", "document", f"{len(members)} delen, er worden er ten hoogste {MAX_PARTS} geopend")
    if any(m.flag_bits & 1 for m in members):
        raise Refused("encrypted", "document", "er is een wachtwoord nodig; vraag om het bestand zonder")
    if macro := next((m.filename for m in members if _MACRO.fullmatch(m.filename)), None):
        raise Refused("active_content", f"part={macro}", "het bestand bevat macro's; bewaar het opnieuw zonder")
    total = sum(m.file_size for m in members)
    if total > MAX_EXPANDED:
        raise Refused(
            "zip_bomb", "document", f"unpacks to {total >> 20} MiB, at most {MAX_EXPANDED >> 20} MiB is opened"
        )
    for m in members:
        if m.file_size > MIN_FOR_RATIO and m.file_size > MAX_RATIO * max(m.compress_size, 1):
            raise Refused(
                "zip_bomb", f"part={m.filename}", f"{m.compress_size} bytes unpack to {m.file_size >> 20} MiB"
            )


def _unpack(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    parts, total = {}, 0
    for member in members:
        content = bytearray()
        with archive.open(member) as part:
            while block := part.read(_STEP):
                content += block
                total += len(block)
                # What a zip declares is the sender's word; this counts what really comes out.
                if total > MAX_EXPANDED or len(content) > MAX_XML:
                    raise Refused("too_large", f"part={member.filename}", f"is uitgepakt meer dan {MAX_XML >> 20} MiB")
        check_markup(content, f"part={member.filename}")
        parts[member.filename] = bytes(content)
    return parts
