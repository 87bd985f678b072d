"""Figures: agreement of people, quality of one layer by another, progress of a project."""
