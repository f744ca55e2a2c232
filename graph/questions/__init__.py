"""Ready questions to a graph, in Arabic and English: who said what, who met whom, where sources disagree.

A question is a SPARQL file of this folder with its title, its description and its parameters on top. It asks the articles' graphs
with ``GRAPH`` and never needs their union. Every row says how far it is vouched for (``standing``: ``asserted`` by the article itself,
``claimed`` by the speaker in ``said_by``, also ``negated``, ``future``, ``possible`` or ``conditional``) and where it was read.

>>> from hadath.graph.questions import find_question
>>> find_question("who-met-whom").title["ar"]
'من التقى من'
"""

from hadath.graph.questions.asking import ask, open_graph, question_text
from hadath.graph.questions.binding import declare_prefixes
from hadath.graph.questions.languages import LANGUAGES, in_language
from hadath.graph.questions.library import Parameter, Question, find_question, questions

__all__ = [
    "LANGUAGES",
    "Parameter",
    "Question",
    "ask",
    "declare_prefixes",
    "find_question",
    "in_language",
    "open_graph",
    "question_text",
    "questions",
]
