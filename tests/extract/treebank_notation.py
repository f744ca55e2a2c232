"""Analysed Docs written down by hand, a word a line, so that rules are tested without the trained model.

``form lemma POS relation head [Feature=Value|…] [NAME]``; heads count from 1, 0 is the root; a form that ends in ``+`` is
written together with the next word; ``form/norm`` gives the form when it stands alone.
"""

from spacy.tokens import Doc
from spacy.vocab import Vocab


def doc_of(text: str) -> Doc:
    """The Doc of one or more sentences, set off by empty lines."""
    words, spaces, norms, lemmas, pos, deps, heads, morphs, ents = [], [], [], [], [], [], [], [], []
    for sentence in text.strip().split("\n\n"):
        first = len(words)
        for line in sentence.strip().splitlines():
            form, lemma, tag, dep, head, *rest = line.split()
            spaces.append(not form.endswith("+"))
            written, _, norm = form.rstrip("+").partition("/")
            words.append(written)
            norms.append(norm or written)
            lemmas.append(lemma)
            pos.append(tag)
            deps.append("ROOT" if head == "0" else dep)
            heads.append(len(words) - 1 if head == "0" else first + int(head) - 1)
            morphs.append(next((r for r in rest if "=" in r), ""))
            ents.append(next((r for r in rest if "=" not in r), "O"))
    iob = [f"{'I' if i and ents[i - 1] == e and e != 'O' else 'B'}-{e}" if e != "O" else "O" for i, e in enumerate(ents)]
    doc = Doc(Vocab(), words=words, spaces=spaces, lemmas=lemmas, pos=pos, deps=deps, heads=heads, morphs=morphs, ents=iob)
    for token, norm in zip(doc, norms, strict=True):
        token.norm_ = norm
    return doc
