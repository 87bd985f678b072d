"""The article view: text, annotations and margins on one page."""

from .arcs import Arc
from .margin import ClaimCard
from .view import ArticleView

__all__ = ["Arc", "ArticleView", "ClaimCard"]
