"""The article view without a window: a picture of an article, as the analyst sees it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImageWriter

from annotator.core.errors import ExportFault
from annotator.services.session import Session

from .appearance.theme import make_theme
from .application import install_language, language_of, make_application
from .presenters.article import ArticlePresenter
from .settings import Settings
from .view import ArticleView


def render(
    session: Session, article_id: str, path: Path, *, dark: bool = False, width: int = 1100
) -> None:
    """Draw the whole article to a PNG file *width* pixels wide.

    Raises:
        ExportFault: the file cannot be written.
    """
    application = make_application()
    settings = Settings()
    translators = install_language(application, settings)
    analyst_view = session.analyst_view(article_id)
    scheme = session.scheme
    theme = make_theme({label.code: label.colour for label in scheme.labels}, dark=dark)
    view = ArticleView(theme)
    language = language_of(settings)
    page = ArticlePresenter(scheme, language)
    view.set_article(analyst_view.article.text, page.marks(analyst_view), page.cards(analyst_view))
    writer = QImageWriter(str(path), b"png")
    if not writer.write(view.render(width, scale=2.0)):
        raise ExportFault(
            "{path} could not be written",
            hint="Choose a folder that exists and that you may write to",
            path=path,
        )
    view.deleteLater()
    del translators, application
