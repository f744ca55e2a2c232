"""The page that people look at, and how it is made.

A story (:mod:`.story`, frozen records) is told from extractions (:mod:`.telling`); :mod:`.data` documents its JSON form,
which :mod:`.page` puts into ``templates/page.html`` together with the code of :mod:`.code`. There is no build step: the
scripts in ``templates`` are what runs. :mod:`.picture` draws the same story as a still picture, :mod:`.notebook` shows the page
in a notebook.

In the browser ``hadath.model`` (``templates/model.js``) holds the story with its indexes, the one state of the page and
``subscribe``; ``hadath.words`` speaks the reader's language from the tables ``templates/terms/*.tsv`` (groups ``panel``, ``word``,
``role``, …); ``hadath.dom`` builds elements, always with text nodes; ``hadath.drawing`` knows colours and shapes; ``hadath.fold``
folds spellings. A panel is one file ``templates/panels/NAME.js`` (and ``NAME.css`` beside it, and its words in
``templates/terms/NAME.tsv``) that calls ``hadath.register({id, place, mount(element, model), update(state, changed)})``, listed
in :data:`.code.PANELS`: ``place: "main"`` is a tab, ``"nav"`` and ``"aside"`` stand beside it. A panel changes the page only by
``model.set({…})`` (filters: ``hidden``, ``source``, ``article``, ``about``, ``from``, ``to``) and ``model.pick({node: number})``, and it
shows ``model.passing()``, the events and entities that the filters let through.
"""

from hadath.graph.view.page import render_page, render_story
from hadath.graph.view.telling import tell

__all__ = ["render_page", "render_story", "tell"]
