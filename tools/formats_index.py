"""The index of formats, and with it all that a new format needs besides its own file.

``python -m tools.formats_index`` writes ``annotator/formats/index.json`` from the ``FORMAT`` of each
module, makes golden files for formats that have none (`tools.golden`), and puts the formats into
the docs (`tools.published`).
"""

from __future__ import annotations

import importlib
import pkgutil

import msgspec

from annotator import formats
from annotator.formats.registry import INDEX
from annotator.formats.spec import Format, FormatDescription, FormatEntry

_NEXT = ",\n"


def entries() -> list[FormatEntry]:
    """What the modules say of their formats, by name."""
    above = f"{formats.__name__}."
    names = [found.name for found in pkgutil.walk_packages(formats.__path__, above)]
    modules = [(name.removeprefix(above), importlib.import_module(name)) for name in names]
    found = [
        _entry(name, module.FORMAT)
        for name, module in modules
        if isinstance(getattr(module, "FORMAT", None), Format)
    ]
    return sorted(found, key=lambda entry: entry.name)


def _entry(module: str, format: Format) -> FormatEntry:
    described = {name: getattr(format, name) for name in FormatDescription.__struct_fields__}
    return FormatEntry(
        **described,
        module=module,
        reads=format.reader is not None,
        writes=format.writer is not None or format.newsroom is not None,
        recognises=format.recognise is not None,
        has_companions=format.companions is not None,
    )


def index_text() -> str:
    """The content of the index: JSON with a line for each format."""
    return f"[\n{_NEXT.join(msgspec.json.encode(entry).decode() for entry in entries())}\n]\n"


def main() -> None:
    INDEX.write_text(index_text(), "utf-8", newline="\n")
    formats.formats.cache_clear()
    from . import golden, published

    published.publish()
    golden.make_or_exit(only_new=True)


if __name__ == "__main__":
    main()
