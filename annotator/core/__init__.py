"""The nouns and the thinking: immutable values and pure functions, no Qt, no SQL, no spaCy."""
