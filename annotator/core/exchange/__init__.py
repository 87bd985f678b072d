"""What goes from one project to another, and from one text of an article to its next."""
