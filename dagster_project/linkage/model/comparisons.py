"""What the model compares of two units, as levels in SQL of DuckDB, the most telling first.

Belongs here: the questions. Does not belong here: how much each answer weighs (`weights.json`, made by `fit`).
"""

from dagster_project.linkage.rules.cannot_link import OVERLAP_DAYS

# Functions that the levels use; installed on the connection before Splink runs.
MACROS = (
    """CREATE OR REPLACE MACRO total_weight(f) AS list_sum(list_transform(f, lambda x: x.w))""",
    """CREATE OR REPLACE MACRO shared_weight(f, g) AS
       coalesce(list_sum(list_transform(list_intersect(f, g), lambda x: x.w)), 0.0)""",
    # Twice the weight in common over the weight of both: 1 for the same words, whatever their order.
    """CREATE OR REPLACE MACRO likeness(fs, gs) AS
       list_max(list_transform(fs, lambda f: list_max(list_transform(gs, lambda g:
           2.0 * shared_weight(f, g) / (total_weight(f) + total_weight(g))))))""",
    # The weight in common over that of the shorter name: 1 where one name holds the other.
    """CREATE OR REPLACE MACRO containment(fs, gs) AS
       list_max(list_transform(fs, lambda f: list_max(list_transform(gs, lambda g:
           shared_weight(f, g) / least(total_weight(f), total_weight(g))))))""",
    """CREATE OR REPLACE MACRO common_weight(fs, gs) AS
       list_max(list_transform(fs, lambda f: list_max(list_transform(gs, lambda g: shared_weight(f, g)))))""",
    """CREATE OR REPLACE MACRO rarest_common(fs, gs) AS
       coalesce(list_max(list_transform(list_intersect(flatten(fs), flatten(gs)), lambda x: x.w)), 0.0)""",
    """CREATE OR REPLACE MACRO overlap(a, b) AS
       len(list_intersect(a, b)) / (len(a) + len(b) - len(list_intersect(a, b)))""",
    """CREATE OR REPLACE MACRO near_day(a, b, days) AS
       len(list_filter(a, lambda x: len(list_filter(b, lambda y: abs(x - y) <= days)) > 0)) > 0""",
)

# A new version begins where the old one ends; the register is often a few weeks off.
ADJOINING_DAYS = 45
# Two that so many lists name beside each other are two.
OFTEN_LISTED = 2

_EMPTY = "len({c}_l) = 0 OR len({c}_r) = 0"
_FOLLOWING = "last_year_l < first_year_r OR last_year_r < first_year_l"
_SAME_PEOPLE = "len(participants_l) > 0 AND overlap(participants_l, participants_r) >= 0.95"

# comparison -> (condition of the null level, levels in order); what fits none is the level `else`.
COMPARISONS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "name": (
        _EMPTY.format(c="forms"),
        (
            (
                "same_telling",
                "len(list_intersect(forms_l, forms_r)) > 0 AND common_weight(form_tokens_l, form_tokens_r) >= 1.0",
            ),
            ("same", "len(list_intersect(forms_l, forms_r)) > 0"),
            ("alike_90", "likeness(form_tokens_l, form_tokens_r) >= 0.9"),
            ("alike_75", "likeness(form_tokens_l, form_tokens_r) >= 0.75"),
            ("alike_60", "likeness(form_tokens_l, form_tokens_r) >= 0.6"),
            ("alike_45", "likeness(form_tokens_l, form_tokens_r) >= 0.45"),
            ("alike_25", "likeness(form_tokens_l, form_tokens_r) >= 0.25"),
        ),
    ),
    "contained": (
        _EMPTY.format(c="forms"),
        (
            (
                "whole_telling",
                "containment(form_tokens_l, form_tokens_r) >= 0.95"
                " AND common_weight(form_tokens_l, form_tokens_r) >= 0.7",
            ),
            ("whole", "containment(form_tokens_l, form_tokens_r) >= 0.95"),
            ("most", "containment(form_tokens_l, form_tokens_r) >= 0.7"),
            ("half", "containment(form_tokens_l, form_tokens_r) >= 0.5"),
        ),
    ),
    "rare_word": (
        _EMPTY.format(c="forms"),
        (
            ("very_rare", "rarest_common(form_tokens_l, form_tokens_r) >= 0.85"),
            ("rare", "rarest_common(form_tokens_l, form_tokens_r) >= 0.7"),
            ("known", "rarest_common(form_tokens_l, form_tokens_r) >= 0.5"),
        ),
    ),
    "abbreviation": (
        "(len(abbreviations_l) = 0 AND len(abbreviations_r) = 0)",
        (
            ("same", "len(list_intersect(abbreviations_l, abbreviations_r)) > 0"),
            (
                "initials",
                "len(list_intersect(abbreviations_l, initials_r)) > 0"
                " OR len(list_intersect(initials_l, abbreviations_r)) > 0",
            ),
        ),
    ),
    "compass": (
        "len(compass_l) = 0 AND len(compass_r) = 0",
        (
            ("same", "len(list_intersect(compass_l, compass_r)) > 0"),
            ("one_silent", "len(compass_l) = 0 OR len(compass_r) = 0"),
        ),
    ),
    "task": (
        _EMPTY.format(c="tasks"),
        (("same", "len(list_intersect(tasks_l, tasks_r)) > 0"),),
    ),
    "people": (
        _EMPTY.format(c="participants"),
        (
            ("equal", "overlap(participants_l, participants_r) >= 0.95"),
            ("most", "overlap(participants_l, participants_r) >= 0.7"),
            ("half", "overlap(participants_l, participants_r) >= 0.4"),
            ("some", "len(list_intersect(participants_l, participants_r)) > 0"),
        ),
    ),
    "near": (
        "NOT ((len(near_l) > 0 AND len(participants_r) > 0) OR (len(near_r) > 0 AND len(participants_l) > 0))",
        (
            (
                "among",
                "len(list_intersect(near_l, participants_r)) > 0 OR len(list_intersect(near_r, participants_l)) > 0",
            ),
        ),
    ),
    "seat": (
        _EMPTY.format(c="seats"),
        (
            ("postcode", "len(list_intersect(postcodes_l, postcodes_r)) > 0"),
            ("same", "len(list_intersect(seats_l, seats_r)) > 0"),
        ),
    ),
    "province": (
        _EMPTY.format(c="provinces"),
        (("shared", "len(list_intersect(provinces_l, provinces_r)) > 0"),),
    ),
    "listing": (
        "len(list_intersect(listings_l, listings_r)) = 0",
        (
            ("same_name", "len(list_intersect(forms_l, forms_r)) > 0"),
            ("often", f"len(list_intersect(listings_l, listings_r)) >= {OFTEN_LISTED}"),
        ),
    ),
    "subject": (
        "len(subjects_l) = 0 AND len(subjects_r) = 0",
        (
            ("one_silent", "len(subjects_l) = 0 OR len(subjects_r) = 0"),
            ("equal", "subjects_l = subjects_r"),
            ("shared", "len(list_intersect(subjects_l, subjects_r)) > 0"),
        ),
    ),
    "own_word": (
        "len(own_words_l) = 0 AND len(own_words_r) = 0",
        (
            ("one_silent", "len(own_words_l) = 0 OR len(own_words_r) = 0"),
            ("equal", "own_words_l = own_words_r"),
            ("shared", "len(list_intersect(own_words_l, own_words_r)) > 0"),
        ),
    ),
    "years": (
        "first_year_l IS NULL OR first_year_r IS NULL",
        (
            (
                "following_same_task",
                f"({_FOLLOWING}) AND {_SAME_PEOPLE} AND len(list_intersect(subjects_l, subjects_r)) > 0",
            ),
            ("following_same_people", f"({_FOLLOWING}) AND {_SAME_PEOPLE}"),
            ("following", _FOLLOWING),
        ),
    ),
    "period": (
        "NOT (dated_l AND dated_r)",
        (
            (
                "adjoining",
                f"near_day(ends_l, starts_r, {ADJOINING_DAYS}) OR near_day(ends_r, starts_l, {ADJOINING_DAYS})",
            ),
            (
                "overlapping",
                "least(coalesce(span_to_l, 999999), coalesce(span_to_r, 999999))"
                f" - greatest(coalesce(span_from_l, 0), coalesce(span_from_r, 0)) > {OVERLAP_DAYS}",
            ),
        ),
    ),
    "body": (
        _EMPTY.format(c="bodies"),
        (("same", "len(list_intersect(bodies_l, bodies_r)) > 0"),),
    ),
}
ELSE = "else"
# Which units are compared at all: those that share a rare word, an abbreviation, a postcode, a body, a name with its
# seat, or rarest participants: lists of which one value must be shared.
BLOCKING = (
    "block_tokens", "block_initials", "postcodes", "bodies", "block_places", "block_people",
)  # fmt: skip
