"""What panels and dialogs share."""
