"""What can go wrong. Triage itself cannot: any text is a message.

No exception's text ever holds what a customer wrote.
"""

__all__ = ["InputError", "ModelError", "RestoreError", "SettingsError", "TwoEarsError"]


class TwoEarsError(Exception):
    """The base of all exceptions of twoears."""


class SettingsError(TwoEarsError):
    """A setting, or the knowledge base, cannot be used; says which key, file and line."""


class ModelError(TwoEarsError):
    """A model's bytes cannot be read; says which file and what in it."""


class InputError(TwoEarsError, ValueError):
    """A message, or a value around it, is of the wrong kind; says which key."""


class RestoreError(TwoEarsError):
    """Private values may not be put back into what everybody can read."""
