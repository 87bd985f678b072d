"""How everything looks: theme, style sheet, fonts, colours, plain text."""
