"""What can go wrong, named by the situation. ``HadathError`` is the base of all; the command line prints it as one line."""

__all__ = ["HadathError", "ModelNotFound", "UnreadableInput"]


class HadathError(Exception):
    """Base of every error that hadath raises on purpose; its text is one line, fit for a user."""


class UnreadableInput(HadathError, ValueError):
    """An input that is not there, is no text, or is text in no encoding we can tell."""


class ModelNotFound(HadathError, FileNotFoundError):
    """The trained pipeline is not where it should be."""
