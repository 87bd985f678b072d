"""Who says what: cue, content and source."""
