"""What the figures are worth: sentences, statements, restatements."""
