"""Dialogs in which the program and the project are set up."""
