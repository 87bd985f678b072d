"""The article view: a page of text with annotations, laid out lazily, painted where visible."""
