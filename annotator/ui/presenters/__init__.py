"""From an analyst's view or a review to highlights, cards and tooltips."""
