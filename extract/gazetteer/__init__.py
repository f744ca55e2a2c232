"""Names that news speaks of: countries, cities, organisations, people; and nouns that tell what they name."""
