"""How long the queue of questions takes."""
