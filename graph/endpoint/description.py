"""What the endpoint says of itself, after the SPARQL 1.1 Service Description."""

from pyoxigraph import RdfFormat, parse, serialize

from hadath.graph.endpoint.negotiation import TRIPLES

__all__ = ["describe"]

_DESCRIPTION = """
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

<> a sd:Service ;
    rdfs:label "hadath"@en , "حدث"@ar ;
    sd:endpoint <> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat formats:SPARQL_Results_JSON , formats:SPARQL_Results_XML , formats:SPARQL_Results_CSV , formats:SPARQL_Results_TSV ,
        formats:Turtle , formats:N-Triples , formats:JSON-LD , formats:RDF_XML ;
    sd:defaultDataset [
        a sd:Dataset ;
        sd:defaultGraph [
            a sd:Graph ;
            rdfs:comment "The direct triples of what articles state themselves, with the labels of their ends; never a claim."@en ,
                "العلاقات المباشرة لما تذكره المقالات نفسها مع أسماء أطرافها، وليس فيها قول منسوب إلى أحد."@ar
        ] ;
        rdfs:comment "Each article is a named graph: GRAPH ?article { ... }"@en , "كل مقال بيان مسمى: GRAPH ?article { ... }"@ar
    ] .
"""


def describe(endpoint: str, media_type: str) -> bytes:
    """The description of the endpoint at that IRI."""
    triples = [quad.triple for quad in parse(_DESCRIPTION, RdfFormat.TURTLE, base_iri=endpoint)]
    prefixes = (
        {"sd": "http://www.w3.org/ns/sparql-service-description#"} if media_type == "text/turtle" else None
    )
    return serialize(triples, format=TRIPLES[media_type], prefixes=prefixes) or b""
