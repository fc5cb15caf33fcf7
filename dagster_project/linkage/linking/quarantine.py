"""What linkage sets aside for a person to see, as rows of `quarantine`: in Dutch, each with the mend.

Belongs here: clusters that were cut, decisions that touch nothing, mentions of which a part was not used. Does not
belong here: a file that cannot be read at all (`csv_file` refuses it), or linking.
"""

from collections.abc import Iterable

from dagster_project.linkage.names.parse import MAX_NAME_LENGTH
from dagster_project.linkage.records.record import MAX_PARTICIPANTS, Record
from dagster_project.linkage.rules.partition import MAX_CLUSTER_SIZE, Partition
from dagster_project.workspace.refusals import quarantine_row


def oversized_clusters(partition: Partition, by_id: dict[str, Record]) -> list[dict]:
    """Groups that speak for one another and are too many mentions to be one."""
    rows = {}
    for pair in sorted(partition.refused_for_size):
        left, right = sorted(partition.find(m) for m in pair)
        if left == right:
            continue
        detail = (
            f"'{by_id[left].name[:80]}' en '{by_id[right].name[:80]}' lijken één, maar samen zijn het meer dan "
            f"{MAX_CLUSTER_SIZE} vermeldingen van één peiling; beoordeel ze en leg een must_link of "
            "must_not_link vast"
        )
        rows[left, right] = quarantine_row("link", f"{left}|{right}", "cluster_too_large", detail)
    return [rows[k] for k in sorted(rows)]


def unmatched_decisions(decisions: Iterable[dict], known: dict[str, Record]) -> list[dict]:
    """Decisions about mentions that are no longer there: never dropped in silence."""
    rows = {}
    for decision in decisions:
        target = decision.get("target") or ""
        ids = [p.strip() for p in target.split("|")]
        gone = [i for i in ids if i not in known]
        if decision.get("kind") in ("must_link", "must_not_link") and (gone or len(set(ids)) != 2):
            why = (
                f"vermelding {', '.join(gone)} bestaat niet"
                if gone
                else "er horen twee verschillende vermeldingen te staan"
            )
            detail = f"besluit {decision['kind']} op '{target}' raakt niets: {why}; trek het in of vervang het"
            key = _id_of(decision)
            rows[key, detail] = quarantine_row(
                "decision", key, "unmatched_decision", detail, snapshot=decision.get("snapshot")
            )
    return [rows[k] for k in sorted(rows)]


def contradicted_decisions(decisions: Iterable[dict], partition: Partition, known: dict[str, Record]) -> list[dict]:
    """Decisions to keep two apart that decisions to link them, together, undid: never overruled in silence."""
    pairs = [(d, [p.strip() for p in (d.get("target") or "").split("|")]) for d in decisions]
    pairs = [(d, ids) for d, ids in pairs if len(ids) == 2 and set(ids) <= known.keys()]
    rows: dict[str, dict] = {}
    for decision, (left, right) in pairs:
        if decision.get("kind") != "must_not_link" or partition.find(left) != partition.find(right):
            continue
        joined = partition.find(left)
        by = sorted({_id_of(d) for d, (a, _) in pairs if d["kind"] == "must_link" and partition.find(a) == joined})
        detail = (
            f"besluit must_not_link op '{decision['target']}' is niet gevolgd: must_link {', '.join(by)} voegt ze "
            "samen; trek een van deze besluiten in of vervang het"
        )
        key = _id_of(decision)
        rows.setdefault(
            key, quarantine_row("decision", key, "contradicted_decision", detail, snapshot=decision.get("snapshot"))
        )
    return [rows[key] for key in sorted(rows)]


def _id_of(decision: dict) -> str:
    return str(decision.get("decision_id") or decision.get("target"))


def faulty_mentions(records: Iterable[Record]) -> list[dict]:
    """Mentions of which a part was not used, or of which nothing can be compared."""
    found = []
    for record in records:
        faults = []
        if len(record.name) > MAX_NAME_LENGTH:
            detail = f"de naam telt {len(record.name)} tekens en is op de eerste {MAX_NAME_LENGTH} vergeleken"
            faults.append(("name_too_long", f"{detail}; laat weg wat geen naam is"))
        if not record.forms:
            detail = "er is geen naam om te vergelijken, dus alleen een nummer kan de vermelding verbinden; vul hem aan"
            faults.append(("no_name", detail))
        if record.listed > MAX_PARTICIPANTS:
            detail = f"{record.listed} deelnemers zijn er meer dan {MAX_PARTICIPANTS}, dus geen lijst van één regeling"
            faults.append(("too_many_participants", f"{detail}; de lijst is niet gebruikt: splits of verbeter hem"))
        found += [
            quarantine_row("mention", record.mention_id, *what, snapshot=record.snapshot or None) for what in faults
        ]
    return found
