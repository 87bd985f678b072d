"""The article view: text, annotations and margins on one page."""

from .arcs import Arc
from .margin import Card
from .view import ArticleView

__all__ = ["Arc", "ArticleView", "Card"]
