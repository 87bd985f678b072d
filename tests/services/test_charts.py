"""Pictures of agreement: an outside parser reads them, whatever a colleague is called."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from annotator.core.metrics.agreement import Agreement
from annotator.core.metrics.intervals import Coefficient
from annotator.services.charts import LIGHT, heat_map, label_bars, percent


@pytest.mark.parametrize("hidden", ["\x07", "\x1b", "\u202e", "\uffff", "\ud800"])
def test_a_name_with_hidden_characters_breaks_no_picture_and_hides_nothing(hidden):
    name = f"an{hidden}na"
    found = Agreement(authors=(name, "bruno"), labels={name: Coefficient(0.5, 2)})
    for picture in (heat_map(found, LIGHT), label_bars(found, LIGHT)):
        shown = "".join(ElementTree.fromstring(picture).itertext())
        assert hidden not in shown
        assert f"an⟨U+{ord(hidden):04X}⟩" in shown


@pytest.mark.parametrize(
    ("share", "said"),
    [(None, "–"), (0.0, "0 %"), (0.953, "95 %"), (0.996, "99 %"), (1.0, "100 %")],
)
def test_a_share_is_said_in_percent_and_only_all_is_all(share, said):
    assert percent(share) == said
