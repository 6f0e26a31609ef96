"""Measurements as figures with verdicts, as a table for people and for docs/benchmarks.md."""

import statistics
import textwrap

MARK_BEGIN = "<!-- results: written by bench/run --write-docs -->"
MARK_END = "<!-- end of results -->"


def spread(values):
    """Median, smallest and largest."""
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def judge(figure, value):
    if figure is None:
        return "–"
    if figure.stretch is not None and figure.met(value):
        reached = value >= figure.stretch
        return "met, stretch reached" if reached else "met"
    return "met" if figure.met(value) else "missed"


def figure_text(figure, unit):
    if figure is None:
        return "–"
    sign = "≤" if figure.at_most else "≥"
    text = f"{sign} {_number(figure.bound)}{unit}"
    return text if figure.stretch is None else f"{text} (stretch {_number(figure.stretch)})"


def _number(value):
    return f"{value:.3g}" if value < 100 else f"{value:,.0f}"


def ratio_text(ratio, unit):
    numbers = [f"{ratio[key]:.2f}" for key in ("median", "min", "max")]
    return f"{numbers[0]}{unit} ({numbers[1]}–{numbers[2]})"


def figures_table(results):
    rows = [["what", "figure", "measured: median (min–max)", "verdict"]]
    rows += [[row["what"], row["figure"], row["measured"], row["verdict"]]
             for row in results["figures"]]
    return rows


def runs_table(results):
    rows = [["run", "seconds", "M events/s", "CPU seconds", "peak memory", "state per account"]]
    for run in results["runs"]:
        per_account = run.get("state_bytes_per_account")
        rows.append([
            run["title"], f"{run['seconds']['median']:.2f}",
            f"{run['events'] / run['seconds']['median'] / 1e6:.2f}",
            f"{run['cpu_seconds']['median']:.2f}",
            f"{run['peak_bytes'] / 2**20:,.0f} MiB",
            "–" if per_account is None else f"{per_account:,.0f} bytes"])
    return rows


def equality_lines(results):
    return [f"{entry['what']}: {'equal' if not entry['differences'] else 'DIFFERENT'}"
            for entry in results["equality"]]


def text(results):
    lines = ["", *_aligned(figures_table(results)), "", *_aligned(runs_table(results)), ""]
    lines += equality_lines(results)
    for entry in results["equality"]:
        lines += [f"  {line}" for line in entry["differences"][:10]]
    lines += [f"note: {note}" for note in results["notes"]]
    return "\n".join(lines)


def _aligned(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip()
            for row in rows]


def _markdown(rows):
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return [lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]


def _wrapped(text, indent=""):
    return textwrap.wrap(text, 100, subsequent_indent=indent, break_long_words=False,
                         break_on_hyphens=False)


def markdown(results):
    on = results["machine"]
    head = (f"{on['time'][:10]}, {on['processor']}, {on['processors']} processors, "
            f"{on['memory_bytes'] / 2**30:.0f} GiB, {on['system']}; "
            f"{results['events']:,} events, {results['accounts']:,} accounts, "
            f"{results['pairs']} pairs, on {len(on['cores'])} cores")
    if results.get("duckdb_version"):
        head += f"; DuckDB {results['duckdb_version']}"
    lines = [*_wrapped(head + "."), "", *_markdown(figures_table(results)), "",
             *_markdown(runs_table(results)), ""]
    for line in [*equality_lines(results), *(f"Note: {note}" for note in results["notes"])]:
        lines += _wrapped(f"* {line}", "  ")
    return "\n".join(lines)


def write_docs(results, path):
    """Puts the tables between the two marks of the page. Raises ValueError without marks."""
    page = path.read_text(encoding="utf-8")
    begin, end = page.find(MARK_BEGIN), page.find(MARK_END)
    if begin < 0 or end < begin:
        raise ValueError(f"{path}: the lines {MARK_BEGIN} and {MARK_END} are missing")
    page = f"{page[:begin]}{MARK_BEGIN}\n{markdown(results)}\n{page[end:]}"
    path.write_text(page, encoding="utf-8")
