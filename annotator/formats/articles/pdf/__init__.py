"""PDF: glyphs, the layout of a page, and the prose in it."""
