"""Which analyser a file is checked by, where [[per-path]] tables make files differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from linter.app.analyser import Analyser
from linter.app.configured import settings_from
from linter.app.settings import Settings
from linter.config import Config, is_left_out, is_other, only, resolve
from linter.documents.read import reason
from linter.documents.text import TextOptions
from linter.model import Document, NotChecked, Said, UserError

_OTHER = Said(
    "folder ini punya pengaturan sendiri; periksa tersendiri, atau pilih satu pengaturan dengan --config",
    "its folder has a configuration of its own; check it by itself, or choose one with --config",
)


class ByPath:
    """The analyser of a run and those that judge differently, one for each set of settings that a file asked for."""

    def __init__(
        self,
        analyser: Analyser,
        config: Config,
        options: Mapping[str, object],
        fitted: Callable[[Settings], Settings] = lambda settings: settings,
    ) -> None:
        """Every file's settings pass through *fitted*.

        Raises UserError, with its place, for a name in a [[per-path]] table that is not known.
        """
        self.run = analyser
        self._config = config
        self._options = options
        self._fitted = fitted
        self._others: dict[str, bool] = {}
        self._made = {analyser.settings: analyser}
        for override in config.overrides:
            self._at(settings_from(only(config, override)))

    def analyser(self, path: str) -> Analyser:
        """Return the analyser for the file *path*."""
        if not self._config.overrides:
            return self.run
        resolved = resolve(self._config, self._options, path)
        return self._at(settings_from(resolved)) if resolved.applied else self.run

    def admitted(self, found: Document | NotChecked) -> Document | NotChecked:
        """Return *found*, or why it is not checked: it has another configuration, or its choice leaves no rule."""
        if isinstance(found, NotChecked):
            return found
        try:
            self.analyser(found.path)
        except UserError as error:
            return NotChecked(found.path, reason(error))
        folder = str(Path(found.path).parent)
        if folder not in self._others:
            self._others[folder] = is_other(self._config, folder)
        return NotChecked(found.path, _OTHER) if self._others[folder] else found

    def left_out(self, path: str, is_folder: bool) -> bool:
        """Tell whether *path*, met in a folder, is not to be read: by ``exclude``, or as what this run is set up with."""
        return is_left_out(self._config, self.run.settings.rule_dirs, path, is_folder)

    def text_options(self, path: str) -> TextOptions:
        """Return what the lines of the text file *path* are."""
        s = self.analyser(path).settings
        return TextOptions(part=s.part, aspek=s.aspek, target=s.target)

    def _at(self, settings: Settings) -> Analyser:
        run = self.run.settings
        wanted = msgspec.structs.replace(
            self._fitted(settings), aspek=run.aspek, target=run.target, lang=run.lang, plugins=run.plugins
        )
        known = self._made.get(wanted)
        if known is None:
            known = self._made[wanted] = self.run.under(wanted)
        return known
