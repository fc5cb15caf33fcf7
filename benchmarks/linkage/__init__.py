"""How long linking takes and what it holds, by the number of mentions, and beside plain uses of two libraries."""
