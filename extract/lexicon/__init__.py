"""The event lexicon: which words carry which event, what depends on their company, and what stands over them.

Its tables are ``extract/ar/*.tsv``. Lemmas are compared folded (``hadath.extract.spelling.fold``), so «أعلن» and «اعلن» are one.
"""
