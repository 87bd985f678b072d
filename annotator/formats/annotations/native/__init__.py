"""Our own JSONL, which carries everything."""
