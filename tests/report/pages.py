"""What the tests of pages share: the program, one browser for all of them, and measures."""

import json
import os
import pathlib
import subprocess
import sys
import unittest

import browser

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLATFORM = ROOT / "examples/platform.ndjson"
SKIPPED = 77
program = None
shown = None  # the browser


def make_report(folder, events, *options):
    page = pathlib.Path(folder) / "report.html"
    subprocess.run(
        [program, "scan", "--demo", "--format", "html", "-o", page, *options, events],
        check=True, timeout=120, env={**os.environ, "LANG": "C.UTF-8"},
    )  # fmt: skip
    return page


def assessments(events):
    """The queue as other programs get it."""
    done = subprocess.run(
        [program, "scan", "--demo", "--format", "ndjson", events],
        check=True, timeout=120, stdout=subprocess.PIPE, env={**os.environ, "LANG": "C.UTF-8"},
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [line for line in lines if "assessment" in line]


def role_of(contribution):
    """What the page says in English of a contribution."""
    role = contribution["role"]
    if role == "same_cause":
        return f"same cause as {contribution['same_cause']}: counted once"
    if role != "counted":
        return {"context": "explains, does not count",
                "exempted": "exempted: does not count",
                "hub": "shared by very many accounts: does not count",
                "people_only": "people judge it; does not count ⛔"}[role]  # fmt: skip
    if contribution["decisive"]:
        return "made the level" + ("" if contribution["solid"] else " ⚠")
    return "counts" if contribution["solid"] else "counts only beside others ⚠"


# Text whose contrast with its ground is below 4.5:1 (WCAG 2.2, 1.4.3), as a list.
CONTRAST = """(() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return parse(getComputedStyle(document.documentElement).backgroundColor);
  };
  const low = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility()) continue;
    const inPicture = node.namespaceURI.endsWith("svg");
    const style = getComputedStyle(node);
    const a = light(parse(inPicture ? style.fill : style.color));
    const b = light(ground(inPicture ? node.closest("figure") : node));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.add(node.tagName + "." + node.className + " " + ratio.toFixed(2));
  }
  return [...low];
})()"""


def main():
    global program, shown
    program = pathlib.Path(sys.argv.pop(1)).resolve()
    path = browser.find()
    if path is None:
        print("no browser here (Debian's package chromium)")
        sys.exit(SKIPPED)
    with browser.Browser(path) as shown:
        done = unittest.main(module="__main__", exit=False, verbosity=1)
    sys.exit(0 if done.result.wasSuccessful() else 1)
