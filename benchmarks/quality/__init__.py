"""How long the quality stage takes on the tables of a finished run, anew and after one changed budget."""
