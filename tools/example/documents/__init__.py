"""The layouts of budget extracts, one module per format; the formats themselves are those of the simulation."""
