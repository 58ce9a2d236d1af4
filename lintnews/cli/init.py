"""`lintnews init`: a Vale configuration in, the lintnews.yaml that says the same out; without one, see `begin`."""

from __future__ import annotations

import os
from collections.abc import Iterator

from lintnews.cli import screen
from lintnews.cli.options import Values
from lintnews.config import NAME, VALE_NAMES, Configs
from lintnews.config_file import shown
from lintnews.model import LintNewsError
from lintnews.vale import sheet_yaml
from lintnews.vale.sheet import Sheet

_HEAD = f"""\
# What {{name}} says, written by `lintnews init --from-vale`; docs/configuration.md tells the keys.
# From now on {NAME} holds, and {{name}} has no word in it any more.

# Take this line out, and the packs of LintNews run beside the styles.
packs: false
"""


def run(values: Values) -> int:
    """Write the file; raises LintNewsError when there is one already, or nothing to begin from."""
    if not values["from_vale"]:
        from lintnews.cli import begin

        return begin.run(values)
    if os.path.exists(NAME):
        raise LintNewsError(f"{NAME}: there is one already; move it away first, or add what you want under `vale:`")
    sheet = _sheet(values["config"] or "")
    with open(NAME, "x", encoding="utf-8") as file:
        file.write(text(sheet))
    for remark in sheet.remarks:
        screen.tell(remark)
    print(f"Wrote {NAME} from {sheet.name}.")
    return 0


def _sheet(config: str) -> Sheet:
    file = Configs({}, config).file(os.getcwd())
    if file is None or file.sheet is None:
        raise LintNewsError(
            f"--from-vale: there is no {' or '.join(VALE_NAMES)} in this folder; go to its folder, or name it with --config"
        )
    if os.path.realpath(file.folder) != os.path.realpath(os.getcwd()):
        raise LintNewsError(f"--from-vale: {file.sheet.name} is in another folder; go to {file.folder} and run it there")
    return file.sheet


def text(sheet: Sheet) -> str:
    """The text of the lintnews.yaml that says what a sheet says, for the folder one is in."""
    return _HEAD.format(name=sheet.name) + "\n" + "\n".join(sheet_yaml.write(sheet, tuple(_styles_paths(sheet)))) + "\n"


def _styles_paths(sheet: Sheet) -> Iterator[str]:
    """The folders of styles as they are seen from here, less the one that the environment adds."""
    given = os.path.abspath(os.environ.get("VALE_STYLES_PATH") or os.devnull)
    return (shown(str(path)).replace(os.sep, "/") for path in sheet.styles_paths if str(path) != given)
