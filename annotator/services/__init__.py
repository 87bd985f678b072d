"""What can be done with a project, each a use case with no window: the command line and the window call them."""
