"""Training: the trained pipeline and the gazetteer are rebuilt from files given by path. Needs the ``train`` extra."""
