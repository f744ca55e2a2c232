"""What statements are made of, and how the kinds of records are said in RDF."""

from rdflib import Literal, URIRef

from hadath.extract.records import EntityKind
from hadath.ontology.namespace import HD, SCHEMA

__all__ = ["CLASSES", "Object", "Quad", "Statement"]

Object = URIRef | Literal
Statement = tuple[URIRef, URIRef, Object]
Quad = tuple[URIRef, URIRef, Object, URIRef | None]

CLASSES: dict[EntityKind, tuple[URIRef, ...]] = {
    EntityKind.PERSON: (SCHEMA.Person,),
    EntityKind.ORGANIZATION: (SCHEMA.Organization,),
    EntityKind.COUNTRY: (SCHEMA.Country,),
    EntityKind.CITY: (SCHEMA.City,),
    EntityKind.PLACE: (SCHEMA.Place,),
    EntityKind.FACILITY: (HD.Facility, SCHEMA.Place),
    EntityKind.GROUP: (HD.Group,),
    EntityKind.THING: (HD.Thing,),
}
"""The classes of each kind of entity."""
