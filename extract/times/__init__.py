"""The rules by which times are read in Arabic text, a module for each kind of time; ``dates`` beside it applies them."""
