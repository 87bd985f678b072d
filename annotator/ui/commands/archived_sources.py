"""Files as sources: kept, read beside the article, and quoted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.core.editing import evidence_edits
from annotator.core.errors import UserError
from annotator.core.model import Claim, Evidence, Source
from annotator.services.archived_sources import suffixes

from ..appearance.theme import Theme
from ..article.source_reader import ReadingPane
from ..command_table.command import Mode, Needs, all_of, command
from ..modes.annotate import AnnotateMode
from ..panels.record_forms import claim_names
from ..widgets.editors import choices
from ..widgets.file_dialog import file_dialog
from .evidence import EvidenceCommands
from .surroundings import WindowServices


class ArchivedSourceCommands(QObject):
    """Joins the files that are kept in a project and the evidence of the open article."""

    def __init__(
        self,
        annotate_mode: AnnotateMode,
        path: Path,
        around: WindowServices,
        evidence: EvidenceCommands,
        theme: Callable[[], Theme],
    ) -> None:
        """*path* of the project; *theme* of the window, when it is asked."""
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._path = path
        self._around = around
        self._theme = theme
        self._evidence = evidence  # links what was kept
        self._pane: ReadingPane | None = None
        annotate_mode.source_read.connect(self.read)
        annotate_mode.keep_asked.connect(self.keep_for)
        annotate_mode.sheet_changed.connect(lambda _analyst_view: self._mark_anew())
        annotate_mode.current_changed.connect(lambda _id: self._mark_anew())

    # -- actions -----------------------------------------------------------------------------

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        return all_of({Needs.ARCHIVED_FILE: bool(self._kept_of_claim())})

    def _kept_of_claim(self) -> list[Source]:
        """The sources of the current claim of which a file is kept."""
        analyst_view, claim = self._annotate_mode.analyst_view, self._annotate_mode.current
        linked = (
            analyst_view.evidence_of(claim.id) if analyst_view and isinstance(claim, Claim) else []
        )
        sources = [analyst_view.source(each.source_id) for each in linked if analyst_view]
        return [source for source in sources if source is not None and source.sha256]

    @command("read_source", Mode.ANNOTATE)
    def read_source(self) -> None:
        """Show the file that was kept of a source of the current claim."""
        kept = self._kept_of_claim()
        if not kept:
            raise UserError(
                "No file is kept of an outside source of this claim",
                hint="Choose a claim with evidence, and drop the saved page or PDF on it.",
            )
        self.read(kept[0].id)

    @command("keep_file", Mode.ANNOTATE)
    def keep_file(self) -> None:
        """Ask for files to keep as sources; with a claim current they become its evidence."""
        claim = self._annotate_mode.current
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
        from ..dialogs.importing.keep_sources import KeepDialog

        annotate_mode, around = self._annotate_mode, self._around
        around.settings.sources_folder = str(paths[0].resolve().parent)
        dialog = KeepDialog(
            self._path,
            annotate_mode.session.analyst,
            paths[:1] if source_id else paths,
            source_id=source_id,
            parent=around.widget.window(),
        )
        article_id = annotate_mode.analyst_view.article.id if annotate_mode.analyst_view else ""
        dialog.kept.connect(lambda ids: self._kept(ids, claim_id, article_id))
        dialog.start()

    def _kept(self, ids: Sequence[str], claim_id: str, article_id: str) -> None:
        self._around.reload()
        analyst_view = self._annotate_mode.analyst_view
        if claim_id and analyst_view is not None and analyst_view.article.id == article_id:
            for id_ in ids:
                self._evidence.link_source(id_, claim_id)
        else:
            self._evidence.show_source(ids[-1])
        names = [
            s.title
            for id_ in ids
            if (s := self._annotate_mode.session.source_library.get(id_)) is not None
        ]
        self._around.say(self.tr("Kept: {titles}").format(titles=", ".join(names)))

    def _ask(self, then: Callable[[list[Path]], None]) -> None:
        last = self._around.settings.sources_folder
        dialog = file_dialog(
            self._around.widget.window(),
            self.tr("Keep a file as an outside source"),
            Path(last) if last else Path.home(),
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
        annotate_mode = self._annotate_mode
        source = annotate_mode.session.source_library.get(source_id)
        if source is None:
            return
        if self._pane is not None:
            self._pane.close()
        pane = ReadingPane(
            source,
            annotate_mode.keeper,
            self._quotes(source_id),
            self._theme(),
            choices(
                annotate_mode.session.scheme.attribute("evidence", "stance"), self._around.language
            ),
            self._around.widget.window(),
        )
        pane.quoted.connect(self.quote)
        pane.stance_given.connect(self.give_stance)
        pane.finished.connect(lambda _result: self._forget(pane))
        self._pane = pane
        self._mark_anew()
        pane.show()
        pane.view.setFocus()

    def _forget(self, pane: ReadingPane) -> None:
        if self._pane is pane:
            self._pane = None

    def _quotes(self, source_id: str) -> list[tuple[Evidence, str]]:
        """What the open article's evidence quotes of a source, with the names of the claims."""
        analyst_view = self._annotate_mode.analyst_view
        if analyst_view is None:
            return []
        names = claim_names(analyst_view)
        return [
            (each, names.get(claim.id, ""))
            for claim in analyst_view.claims
            for each in analyst_view.evidence_of(claim.id)
            if each.source_id == source_id and each.quote
        ]

    def _mark_anew(self) -> None:
        if self._pane is not None:
            source_id = self._pane.source.id
            own = self._own(source_id)
            self._pane.show_quotes(self._quotes(source_id), own[-1].stance if own else "")

    def _own(self, source_id: str) -> list[Evidence]:
        """What links a source to the current claim."""
        analyst_view, claim = self._annotate_mode.analyst_view, self._annotate_mode.current
        if analyst_view is None or not isinstance(claim, Claim):
            return []
        return [e for e in analyst_view.evidence_of(claim.id) if e.source_id == source_id]

    def quote(self, source_id: str, words: str, place: str, stance: str = "") -> None:
        """A quotation of the current claim's evidence of that source, linked now if need be."""
        fields = {"quote": words, "locator": place} | ({"stance": stance} if stance else {})
        bare = next((e for e in self._own(source_id) if not e.quote.strip()), None)
        if self._link_or_amend(source_id, bare, fields):
            self._around.say(self.tr("Quoted, {place}").format(place=place))

    def give_stance(self, source_id: str, stance: str) -> None:
        """What a source makes of the current claim, linked now if need be."""
        own = self._own(source_id)
        self._link_or_amend(source_id, own[-1] if own else None, {"stance": stance})

    def _link_or_amend(
        self, source_id: str, known: Evidence | None, fields: dict[str, str]
    ) -> bool:
        """Whether the evidence was there already. Raises UserError where no claim is current."""
        claim, analyst_view = self._evidence.claim_or_fault(), self._annotate_mode.analyst_view
        if known is None or analyst_view is None:
            self._evidence.link_source(source_id, claim.id, **fields)
            return False
        self._annotate_mode.save(evidence_edits.amend_evidence(analyst_view, known.id, **fields))
        return True
