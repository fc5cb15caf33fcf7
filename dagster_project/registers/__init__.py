"""Registers: joint arrangements, regional divisions, programmes of ministries, earlier editions of this register.

Belongs here: lists that say of many collaborations at once that they exist. Does not belong here: what an organisation
says of itself (`budgets`, `surveys`), and which rows are one collaboration.
"""

from dagster_project.registers.divisions import read_divisions
from dagster_project.registers.editions import read_editions
from dagster_project.registers.programmes import read_programmes
from dagster_project.registers.register import read_register, versions_over_time

__all__ = ["read_divisions", "read_editions", "read_programmes", "read_register", "versions_over_time"]
