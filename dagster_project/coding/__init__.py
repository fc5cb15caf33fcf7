"""What kind of collaboration it is: legal form, statutory system, obligation, goal and themes, by words and rules.

Belongs here: coding of what sources write, and the choice among what they say. The words are data with a version
(`words/`), the rules are code. Does not belong here: which mentions are one collaboration (linkage), whether it
meets the definition, ministries and participants (the warehouse).
"""

from dagster_project.coding.collaborations import choose_values, propose_values
from dagster_project.coding.files import REVIEW_BELOW, code_file, coded_rows
from dagster_project.coding.systems import claimed_systems

__all__ = ["REVIEW_BELOW", "choose_values", "claimed_systems", "code_file", "coded_rows", "propose_values"]
