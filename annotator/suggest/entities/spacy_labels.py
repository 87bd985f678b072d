"""What the labels of the usual spaCy pipelines are called here."""

from __future__ import annotations

from collections.abc import Mapping

LEFT_OUT = ""
# labels of the usual pipelines → ours; what is not here keeps its name
LABELS: Mapping[str, str] = {
    "PERSON": "PER",
    "GPE": "LOC",
    "FAC": "LOC",
    "WORK_OF_ART": "PRODUCT",
    "LANGUAGE": "NORP",
    "MISC": LEFT_OUT,
    "CARDINAL": LEFT_OUT,
    "ORDINAL": LEFT_OUT,
}
