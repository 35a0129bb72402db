"""Where a run keeps what is done, so that one that was stopped goes on: a file for each unit of work, whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from linter.batch.records import Part
from linter.io.atomic import sweep, write_atomic
from linter.io.files import shown, why_not
from linter.model import Said, UserError

FOLDER = ".skplint"
_SUFFIX = ".part"
_NOT_OURS = Said(
    "folder ini sudah berisi hal lain; pilih folder baru, atau folder hasil yang lalu",
    "this folder holds something else; choose a new one, or that of an earlier result",
)


class Store:
    """The parts of a run, by fingerprint, in the hidden folder of its output."""

    def __init__(self, output: str) -> None:
        self._folder = Path(output, FOLDER)

    def prepare(self) -> None:
        """Make the folder, and remove what a run that was killed left half-written in the output.

        Raises UserError where it cannot be made, and where the output holds what is no result of such a run.
        """
        output = self._folder.parent
        try:
            if not self._folder.is_dir() and output.is_dir() and any(output.iterdir()):
                raise UserError(_NOT_OURS, path=shown(str(output)))
            self._folder.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as error:
            raise UserError(why_not(error), path=shown(str(output))) from None
        sweep(output)

    def has(self, fingerprint: str) -> bool:
        """Tell whether the part is there."""
        return self._place(fingerprint).is_file()

    def put(self, fingerprint: str, part: Part) -> None:
        """Write a part; raises UserError where that cannot be done."""
        write_atomic(self._place(fingerprint), msgspec.msgpack.encode(part))

    def get(self, fingerprint: str) -> Part | None:
        """Return a part; None where it is not there, or is none."""
        try:
            return msgspec.msgpack.decode(self._place(fingerprint).read_bytes(), type=Part)
        except (OSError, msgspec.MsgspecError, UnicodeError):
            return None

    def keep(self, fingerprints: Iterable[str]) -> None:
        """Remove every part but these: they belong to files that have changed since."""
        kept = {self._place(one) for one in fingerprints}
        for place in self._folder.glob(f"*{_SUFFIX}"):
            if place not in kept:
                with contextlib.suppress(OSError):
                    place.unlink()

    def _place(self, fingerprint: str) -> Path:
        return self._folder / f"{fingerprint}{_SUFFIX}"
