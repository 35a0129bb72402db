"""skplint: a rule engine and linter for Indonesian performance statements (SKP).

The public interface: ``check_text`` and ``check_path`` for a text and for files, ``Analyser`` for many of them;
``Plugin`` and ``Measure`` for packages that bring rules.
"""

TYPE_CHECKING = False  # what is not needed for --version is imported when it is asked for
if TYPE_CHECKING:
    from linter.app import Analyser, Settings
    from linter.app.api import check_path, check_text
    from linter.app.plugins import Measure, Plugin

__version__ = "0.1.0"
__all__ = ["Analyser", "Measure", "Plugin", "Settings", "__version__", "check_path", "check_text"]


def __getattr__(name: str) -> object:
    if name in ("check_path", "check_text"):
        from linter.app import api

        return getattr(api, name)
    if name in ("Measure", "Plugin"):
        from linter.app import plugins

        return getattr(plugins, name)
    if name in ("Analyser", "Settings"):
        from linter import app

        return getattr(app, name)
    raise AttributeError(f"module 'linter' has no attribute {name!r}")
