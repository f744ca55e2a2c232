"""Whether a graph keeps its contract: the check, what it finds wrong, and how that is told."""
