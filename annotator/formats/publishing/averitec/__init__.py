"""AVeriTeC: claims with questions, answers and verdicts."""
