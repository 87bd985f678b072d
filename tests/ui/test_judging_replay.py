"""A whole article judged by real keys on the whole window: how many it takes, and what is stored."""

from __future__ import annotations

import pytest

from annotator.suggest.pipelines.trained import SUGGESTERS
from benchmarks.judging import CORRECTIONS, SAMPLE, articles, line, replay

#: Keys by the keyboard alone, and keys and gestures with the mouse allowed.
ALONE, WITH_MOUSE = 55, 40
LONGEST_S = 180

pytestmark = pytest.mark.skipif(not SUGGESTERS, reason="the trained model is not here")


@pytest.mark.parametrize("has_mouse", [False, True], ids=["keyboard", "mouse"])
@pytest.mark.parametrize("path", articles(), ids=lambda path: path.name[:6])
def test_an_article_is_judged_exactly_and_with_few_keys(qapp, tmp_path, capsys, path, has_mouse):
    corrections = CORRECTIONS[path.name]
    text = path.read_text(encoding="utf-8")
    cost, made, wanted = replay(tmp_path, text, corrections, has_mouse=has_mouse)
    with capsys.disabled():
        print("\n" + line(path.name, cost, has_mouse=has_mouse, is_same=made == wanted))
    assert made == wanted
    assert made["open"] == []
    assert cost.keys + cost.gestures <= (WITH_MOUSE if has_mouse else ALONE)
    assert has_mouse or cost.gestures == 0
    assert cost.seconds <= LONGEST_S


def test_the_sample_is_there_and_has_something_to_put_right():
    assert articles()[0].name == SAMPLE
    assert CORRECTIONS[SAMPLE]
