"""Files as sources: kept, read beside the article, and quoted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.core import evidence
from annotator.core.errors import UserError
from annotator.core.model import Claim, Evidence
from annotator.keeping import suffixes

from .files import file_dialog
from .panels.forms import claim_names

if TYPE_CHECKING:
    from .bench import Bench
    from .reading import ReadingPane


class Keeping(QObject):
    """Joins the kept files and the evidence of one bench."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._pane: ReadingPane | None = None
        pen = bench.pen
        pen.source_read.connect(self.read)
        pen.keep_asked.connect(self.keep_for)
        pen.sheet_changed.connect(lambda _sheet: self._mark_anew())

    # -- actions -----------------------------------------------------------------------------

    def read_source(self) -> None:
        """Show the file that was kept of a source of the current claim."""
        pen = self._bench.pen
        sheet, claim = pen.sheet, pen.current
        linked = sheet.evidence_of(claim.id) if sheet and isinstance(claim, Claim) else []
        sources = [sheet.source(each.source_id) for each in linked if sheet]
        kept = [each for each in sources if each is not None and each.sha256]
        if not kept:
            raise UserError(
                "No file is kept of a source of this claim",
                hint="Choose a claim with evidence, and drop the saved page or PDF on it.",
            )
        self.read(kept[0].id)

    def keep_file(self) -> None:
        """Ask for files to keep as sources; with a claim current they become its evidence."""
        claim = self._bench.pen.current
        self._ask(lambda paths: self.keep(paths, claim.id if isinstance(claim, Claim) else ""))

    # -- keeping -----------------------------------------------------------------------------

    def keep_for(self, paths: Sequence[Path], source_id: str) -> None:
        """Keep *paths* (asked for where there are none) for a source, or as new ones."""
        if paths:
            self.keep(paths, source_id=source_id)
        else:
            self._ask(lambda chosen: self.keep(chosen, source_id=source_id))

    def keep(self, paths: Sequence[Path], claim_id: str = "", *, source_id: str = "") -> None:
        """Keep files, and link each of them to a claim where one is named."""
        from .dialogs.keep import KeepDialog

        bench = self._bench
        bench.settings.set("sources_folder", str(paths[0].resolve().parent))
        dialog = KeepDialog(
            bench.path,
            bench.desk.analyst,
            paths[:1] if source_id else paths,
            source_id=source_id,
            parent=bench.window(),
        )
        article_id = bench.pen.sheet.article.id if bench.pen.sheet else ""
        dialog.kept.connect(lambda ids: self._kept(ids, claim_id, article_id))
        dialog.start()

    def _kept(self, ids: Sequence[str], claim_id: str, article_id: str) -> None:
        bench = self._bench
        bench.reload()
        sheet = bench.pen.sheet
        if claim_id and sheet is not None and sheet.article.id == article_id:
            for id_ in ids:
                bench.linking.link_source(id_, claim_id)
        else:
            bench.linking.show_source(ids[-1])
        names = [s.title for id_ in ids if (s := bench.desk.library.get(id_)) is not None]
        bench.informed.emit(self.tr("Kept: {titles}").format(titles=", ".join(names)))

    def _ask(self, then: Callable[[list[Path]], None]) -> None:
        bench = self._bench
        last = bench.settings.text("sources_folder")
        dialog = file_dialog(
            bench.window(), self.tr("Keep a file as a source"), Path(last) if last else Path.home()
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        known = " ".join(f"*{suffix}" for suffix in suffixes())
        dialog.setNameFilters(
            [
                self.tr("Saved pages, PDFs, pictures ({suffixes})").format(suffixes=known),
                self.tr("All files (*)"),
            ]
        )
        dialog.filesSelected.connect(lambda paths: then([Path(path) for path in paths]))
        dialog.open()

    # -- reading -----------------------------------------------------------------------------

    def read(self, source_id: str) -> None:
        """Show the file that was kept of a source. Raises KeptFault."""
        from .reading import ReadingPane

        bench = self._bench
        source = bench.desk.library.get(source_id)
        if source is None:
            return
        if self._pane is not None:
            self._pane.close()
        pane = ReadingPane(
            source, bench.pen.keeper, self._quotes(source_id), bench.theme, bench.window()
        )
        pane.quoted.connect(self.quote)
        pane.finished.connect(lambda _result: self._forget(pane))
        self._pane = pane
        pane.show()
        pane.view.setFocus()

    def _forget(self, pane: ReadingPane) -> None:
        if self._pane is pane:
            self._pane = None

    def _quotes(self, source_id: str) -> list[tuple[Evidence, str]]:
        """What the open article's evidence quotes of a source, with the names of the claims."""
        sheet = self._bench.pen.sheet
        if sheet is None:
            return []
        names = claim_names(sheet)
        return [
            (each, names.get(claim.id, ""))
            for claim in sheet.claims
            for each in sheet.evidence_of(claim.id)
            if each.source_id == source_id and each.quote
        ]

    def _mark_anew(self) -> None:
        if self._pane is not None:
            self._pane.show_quotes(self._quotes(self._pane.source.id))

    def quote(self, source_id: str, words: str, place: str) -> None:
        """A quotation of the current claim's evidence of that source, linked now if need be."""
        pen, linking = self._bench.pen, self._bench.linking
        claim, sheet = linking.claim_or_fault(), pen.sheet
        assert sheet is not None
        own = [e for e in sheet.evidence_of(claim.id) if e.source_id == source_id]
        bare = next((e for e in own if not e.quote.strip()), None)
        if bare is None:
            linking.link_source(source_id, claim.id, quote=words, locator=place)
            return
        pen.save(evidence.amend_evidence(sheet, bare.id, quote=words, locator=place))
        self._bench.informed.emit(self.tr("Quoted, {place}").format(place=place))
