"""What is current in the middle of the window, and what may be done to it."""
