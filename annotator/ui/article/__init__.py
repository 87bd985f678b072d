"""What stands around the open article."""
