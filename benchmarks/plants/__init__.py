"""What the pipeline says of each planted kind of fault, beside what it says of the same country without it."""
