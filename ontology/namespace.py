"""The vocabularies a graph is written in, each closed: a misspelt term raises ``AttributeError``.

``HD`` is ours and equal to ``hadath.ttl`` and ``plover.ttl``, ``SHAPE`` to ``shapes.ttl`` (a test holds them so).
Of ``SEM``, ``GAF``, ``NIF`` and ``SCHEMA`` only the terms we use are listed. rdflib's own ``SDO`` is not used, so that
nobody takes http for https.

>>> HD.saidBy
rdflib.term.URIRef('https://w3id.org/hadath/saidBy')
>>> HD["COERCE-arrest"]
rdflib.term.URIRef('https://w3id.org/hadath/COERCE-arrest')
>>> HD.sayedBy
Traceback (most recent call last):
    ...
AttributeError: term 'sayedBy' not in namespace 'https://w3id.org/hadath/'
"""

from typing import ClassVar

from rdflib import OWL, PROV, RDF, RDFS, SKOS, TIME, XSD, Namespace, URIRef
from rdflib.namespace import GEO, DefinedNamespace

__all__ = ["GAF", "HD", "NIF", "PREFIXES", "SCHEMA", "SEM", "SHAPE", "WD"]


class HD(DefinedNamespace):
    """hadath: events as the news tells them. https://w3id.org/hadath/"""

    _NS = Namespace("https://w3id.org/hadath/")
    _fail = True
    _extras: ClassVar[list[str]] = [  # the modes: a hyphen makes no Python name
        "ACCUSE-allege", "ACCUSE-disapprove", "ACCUSE-investigate",
        "ASSAULT-abduct", "ASSAULT-aerial", "ASSAULT-assassinate", "ASSAULT-beat", "ASSAULT-cleansing", "ASSAULT-crowd-control",
        "ASSAULT-destroy", "ASSAULT-drone", "ASSAULT-execute", "ASSAULT-explosives", "ASSAULT-firearms",
        "ASSAULT-heavy-weapons", "ASSAULT-massacre", "ASSAULT-primitive", "ASSAULT-sexual", "ASSAULT-suicide-attack",
        "ASSAULT-torture", "ASSAULT-unconventional",
        "COERCE-arrest", "COERCE-ban", "COERCE-censor", "COERCE-curfew", "COERCE-cyber", "COERCE-deport", "COERCE-martial-law",
        "COERCE-misinformation", "COERCE-restrict", "COERCE-seize", "COERCE-withhold",
        "CONSULT-multilateral", "CONSULT-phone", "CONSULT-third-party", "CONSULT-visit",
        "MOBILIZE-militia", "MOBILIZE-police", "MOBILIZE-troops", "MOBILIZE-weapons",
        "PROTEST-boycott", "PROTEST-demo", "PROTEST-general", "PROTEST-hunger", "PROTEST-obstruct", "PROTEST-riot",
        "PROTEST-strike",
        "REJECT-assist", "REJECT-change", "REJECT-meet", "REJECT-yield",
        "REQUEST-assist", "REQUEST-change", "REQUEST-meet", "REQUEST-yield",
        "RETREAT-access", "RETREAT-ceasefire", "RETREAT-disarm", "RETREAT-release", "RETREAT-resign", "RETREAT-return",
        "RETREAT-withdraw",
        "SANCTION-convict", "SANCTION-discontinue", "SANCTION-expel", "SANCTION-withdraw",
        "THREATEN-arrest", "THREATEN-ban", "THREATEN-expel", "THREATEN-relations", "THREATEN-restrict", "THREATEN-territory",
        "THREATEN-violence",
    ]  # fmt: skip

    AssertedEvent: URIRef
    CameoCode: URIRef
    ClaimedEvent: URIRef
    Decision: URIRef
    DirectPredicate: URIRef
    Exactness: URIRef
    Facility: URIRef
    Group: URIRef
    Happening: URIRef
    Identity: URIRef
    Joining: URIRef
    Modality: URIRef
    Mode: URIRef
    NotExtracted: URIRef
    Polarity: URIRef
    Thing: URIRef
    TimeBasis: URIRef
    Unnamed: URIRef

    About: URIRef
    AtLeast: URIRef
    AtMost: URIRef
    Conditional: URIRef
    Exact: URIRef
    Explicit: URIRef
    Future: URIRef
    Inferred: URIRef
    LessThan: URIRef
    MoreThan: URIRef
    Negative: URIRef
    Possible: URIRef
    Relative: URIRef
    UnknownSpeaker: URIRef

    agent: URIRef
    confidence: URIRef
    content: URIRef
    destination: URIRef
    evidence: URIRef
    exactness: URIRef
    happening: URIRef
    identity: URIRef
    instrument: URIRef
    joining: URIRef
    joins: URIRef
    keptApart: URIRef
    key: URIRef
    lemma: URIRef
    modality: URIRef
    mode: URIRef
    origin: URIRef
    patient: URIRef
    polarity: URIRef
    purpose: URIRef
    putTogether: URIRef
    quantity: URIRef
    reason: URIRef
    recipient: URIRef
    rule: URIRef
    saidBy: URIRef
    sha256: URIRef
    timeBasis: URIRef

    eventType: URIRef
    objectClass: URIRef
    objectRole: URIRef
    reciprocal: URIRef
    subjectRole: URIRef
    triggerLemma: URIRef

    accuses: URIRef
    agreesWith: URIRef
    aids: URIRef
    arrests: URIRef
    asks: URIRef
    attacks: URIRef
    coerces: URIRef
    concedesTo: URIRef
    consultsWith: URIRef
    cooperatesWith: URIRef
    demands: URIRef
    deploysForcesTo: URIRef
    meets: URIRef
    protestsAgainst: URIRef
    rejects: URIRef
    releases: URIRef
    retreatsFrom: URIRef
    sanctions: URIRef
    says: URIRef
    signs: URIRef
    supports: URIRef
    threatens: URIRef
    visits: URIRef

    EventTypes: URIRef
    ACCUSE: URIRef
    AGREE: URIRef
    AID: URIRef
    ASSAULT: URIRef
    COERCE: URIRef
    CONCEDE: URIRef
    CONSULT: URIRef
    COOPERATE: URIRef
    MOBILIZE: URIRef
    OTHER: URIRef
    PROTEST: URIRef
    REJECT: URIRef
    REQUEST: URIRef
    RETREAT: URIRef
    SANCTION: URIRef
    SAY: URIRef
    SUPPORT: URIRef
    THREATEN: URIRef


class SHAPE(DefinedNamespace):
    """The rules of the contract, as ``shapes.ttl`` has them. https://w3id.org/hadath/shape/"""

    _NS = Namespace("https://w3id.org/hadath/shape/")
    _fail = True

    AnchorIsText: URIRef
    Article: URIRef
    ArticleDate: URIRef
    ArticleHash: URIRef
    ArticleIdentifier: URIRef
    ArticleLanguage: URIRef
    ArticleText: URIRef
    AssertedEvent: URIRef
    AssertedHasNoSpeaker: URIRef
    AssertedIsFact: URIRef
    AssertedIsNotNegated: URIRef
    ClaimHasSpeaker: URIRef
    ClaimedEvent: URIRef
    DefaultGraph: URIRef
    DirectIsAsserted: URIRef
    DirectObject: URIRef
    DirectObjectMention: URIRef
    DirectSubject: URIRef
    DirectSubjectMention: URIRef
    Entity: URIRef
    EntityClass: URIRef
    EntityLabel: URIRef
    EntityLink: URIRef
    EntityMention: URIRef
    Event: URIRef
    EventConfidence: URIRef
    EventContent: URIRef
    EventPurpose: URIRef
    EventLabel: URIRef
    EventModality: URIRef
    EventMode: URIRef
    EventOrigin: URIRef
    EventPolarity: URIRef
    EventQuantity: URIRef
    EventTime: URIRef
    EventTrigger: URIRef
    EventType: URIRef
    GraphIsOfArticle: URIRef
    Happening: URIRef
    HappeningMembers: URIRef
    HashIsOfText: URIRef
    Identity: URIRef
    IdentityMembers: URIRef
    JoinedConfidence: URIRef
    JoinedIsThere: URIRef
    JoinedReason: URIRef
    Joining: URIRef
    JoiningPair: URIRef
    KnownTerms: URIRef
    Mention: URIRef
    MentionAnchor: URIRef
    MentionBegin: URIRef
    MentionContext: URIRef
    MentionEnd: URIRef
    MentionIsInSentence: URIRef
    MentionWords: URIRef
    ModeIsOfType: URIRef
    Money: URIRef
    MoneyCurrency: URIRef
    MovementIsInPlace: URIRef
    NotExtracted: URIRef
    NotExtractedEvidence: URIRef
    NotExtractedReason: URIRef
    Quantity: URIRef
    QuantityEvidence: URIRef
    QuantityExactness: URIRef
    QuantityValue: URIRef
    RoleFiller: URIRef
    RoleFillerClass: URIRef
    RoleFillerMention: URIRef
    SaidIsClaimed: URIRef
    Speaker: URIRef
    Standing: URIRef
    Time: URIRef
    TimeBasis: URIRef
    TimeBegin: URIRef
    TimeEnd: URIRef
    TimeMention: URIRef
    TimeStamp: URIRef


class SEM(DefinedNamespace):
    """The Simple Event Model. http://semanticweb.cs.vu.nl/2009/11/sem/"""

    _NS = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
    _fail = True

    Actor: URIRef
    Event: URIRef
    EventType: URIRef
    Place: URIRef
    Time: URIRef
    eventType: URIRef
    hasActor: URIRef
    hasBeginTimeStamp: URIRef
    hasEndTimeStamp: URIRef
    hasPlace: URIRef
    hasTime: URIRef
    hasTimeStamp: URIRef


class GAF(DefinedNamespace):
    """The Grounded Annotation Framework. http://groundedannotationframework.org/gaf#"""

    _NS = Namespace("http://groundedannotationframework.org/gaf#")
    _fail = True

    denotedBy: URIRef


class NIF(DefinedNamespace):
    """The NLP Interchange Format, core. http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"""

    _NS = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
    _fail = True

    Context: URIRef
    Sentence: URIRef
    String: URIRef
    anchorOf: URIRef
    beginIndex: URIRef
    endIndex: URIRef
    isString: URIRef
    referenceContext: URIRef
    sentence: URIRef


class SCHEMA(DefinedNamespace):
    """What we use of schema.org, always with https. https://schema.org/"""

    _NS = Namespace("https://schema.org/")
    _fail = True

    City: URIRef
    Country: URIRef
    MonetaryAmount: URIRef
    NewsArticle: URIRef
    Organization: URIRef
    Person: URIRef
    Place: URIRef
    QuantitativeValue: URIRef
    currency: URIRef
    datePublished: URIRef
    headline: URIRef
    identifier: URIRef
    inLanguage: URIRef
    name: URIRef
    publisher: URIRef
    softwareVersion: URIRef
    unitCode: URIRef
    unitText: URIRef
    url: URIRef
    value: URIRef


WD = Namespace("http://www.wikidata.org/entity/")

PREFIXES: dict[str, str] = {
    "gaf": str(GAF),
    "geo": str(GEO),
    "hd": str(HD),
    "nif": str(NIF),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sem": str(SEM),
    "skos": str(SKOS),
    "time": str(TIME),
    "wd": str(WD),
    "xsd": str(XSD),
}
"""The prefixes that every file and every query knows."""
