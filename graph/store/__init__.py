"""A store of many articles on disk: its folder, its one writer, its readers' snapshots, what it holds and how articles come in."""
