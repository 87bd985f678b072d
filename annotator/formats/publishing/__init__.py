"""What readers, spreadsheets and fact-checkers get: claims with their evidence and verdicts."""
