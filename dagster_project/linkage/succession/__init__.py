"""Mergers and splits between snapshots, as the sources show them.

Belongs here: observations, and the successions that follow from them. Does not belong here: events (in dbt).
"""
