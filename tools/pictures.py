#!/usr/bin/env python3
"""Takes the pictures of docs/for-hiring.md: the pages of `sekisho vet` in a real browser.

  tools/pictures.py --program build/release/sekisho

Writes docs/pictures/*.png from examples/candidate.json. Fonts differ between machines, so the same
page does not give the same bytes everywhere; take them anew when a page has changed, and look.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/report"))

import browser  # noqa: E402

FOLDER = ROOT / "docs/pictures"
CASE = ROOT / "examples/candidate.json"
BYTES_MAX = 150_000
DESK = (1000, 680)
PHONE = (390, 760)
# Name, language, page, size, scheme, what is scrolled to.
PICTURES = (
    ("form-en", "en", "form", DESK, "light", "#payout"),
    ("form-ja", "ja", "form", DESK, "light", "#payout"),
    ("form-phone-ja", "ja", "form", PHONE, "dark", "#payout"),
    ("report-en", "en", "report", DESK, "light", "#next"),
    ("report-ja", "ja", "report", DESK, "light", "#next"),
    ("matrix-en", "en", "report", DESK, "light", "#matrix"),
    ("matrix-ja", "ja", "report", DESK, "light", "#matrix"),
    ("sheet-en", "en", "sheet", DESK, "light", "#interview"),
    ("sheet-ja", "ja", "sheet", DESK, "light", "#interview"),
)


def make_pages(program, folder):
    commands = {
        "form": ["vet", "--init", "client"],
        "report": ["vet", CASE],
        "sheet": ["vet", CASE, "--sheet"],
    }
    for name, command in commands.items():
        subprocess.run(
            [program, *command, "--format", "html", "-o", folder / f"{name}.html"],
            check=True, timeout=60, env={**os.environ, "LANG": "C.UTF-8"},
        )  # fmt: skip


def take(shown, folder, picture):
    name, language, page, (width, height), scheme, target = picture
    shown.resize(width, height)
    shown.prefer(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
    shown.open(folder / f"{page}.html")
    shown.evaluate(f"document.querySelector('[data-language={language}]').click()")
    if page == "form":
        shown.choose_files("#start input[type=file]", [CASE])
        shown.evaluate("new Promise((done) => setTimeout(done, 300))")
    shown.evaluate(f"document.querySelector('{target}').scrollIntoView()")
    path = FOLDER / f"{name}.png"
    shown.screenshot(path)
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT)}: {size} bytes")
    return size <= BYTES_MAX


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=pathlib.Path)
    program = parser.parse_args().program.resolve()
    found = browser.find()
    if found is None:
        sys.exit("no browser here (Debian's package chromium)")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, browser.Browser(found) as shown:
        folder = pathlib.Path(name)
        make_pages(program, folder)
        small = [take(shown, folder, picture) for picture in PICTURES]
    return 0 if all(small) else 1


if __name__ == "__main__":
    sys.exit(main())
