"""The pipeline that keeps the Dutch register of regional collaborations.

Each folder is a room with one concern; `docs/conventions.md` has the plan of the house and the order in which rooms
may know each other.
"""
