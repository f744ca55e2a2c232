"""Coreference: which words of a text speak of the same thing."""
