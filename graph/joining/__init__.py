"""Joining what several articles speak of: the same person, organisation or place, and the same happening.

Article graphs are never changed. Joining adds a layer, the named graph ``https://w3id.org/hadath/identities``: an entity with a
name of its own leads by ``hd:identity`` to an ``hd:Identity`` that all entities with the same key share, and events that report
the same happening lead by ``hd:happening`` to an ``hd:Happening``. Each carries the reason, a confidence and the key or the
pairs it rests on; events keep their own speaker, polarity and numbers, so that what conflicts stays side by side. Nothing is
``owl:sameAs`` but a Wikidata item. The layer is a function of the set of articles and of the user's decisions alone.
"""

__all__: list[str] = []
