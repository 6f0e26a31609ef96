"""House rules for every text file: width, words, and whose data may stand in it."""

import ipaddress
import re

from tree import GENERATED, Problem

COLUMNS_MAX = 100
CODE = (".cc", ".h", ".py", ".sh", ".cmake", "CMakeLists.txt", "Makefile", ".md", ".clang-tidy")
URL = re.compile(r"https?://\S+")
POSTPONED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")

# Words that tell of somebody's desk instead of the product: pattern -> why.
WORDS = {
    r"/home/\w+|/Users/\w+": "a path of one machine",
    r"\blorem ipsum\b|\bfoobar\b|\basdf\b|\bchangeme\b": "filler; write a believable example",
    r"\b(?:coming soon|not (?:yet )?implemented|work in progress|fix me later|quick fix|hacky)\b": (
        "postponed work; do it, or leave the sentence out"
    ),
    r"\b(?:wtf|crap|damn|stupid|idiot|insane)\b": "write what is the matter",
    r"\b(?:blacklist|whitelist)\b": "say watch list, deny list or allow list",
    r"\bas discussed\b|\bissue [0-9]\b": (
        "a conversation the reader was not part of; write the reason itself"
    ),
}
WORD_RULES = [(re.compile(pattern, re.IGNORECASE), why) for pattern, why in WORDS.items()]

# Only invented people and addresses: RFC 5737, RFC 3849 and RFC 2606 reserve these for examples.
EXAMPLE_NETWORKS = [
    ipaddress.ip_network(n)
    for n in (
        "192.0.2.0/24",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "224.0.0.0/3",
    )
]
EXAMPLE_DOMAIN = re.compile(
    r"(?:^|\.)(?:example\.(?:com|org|net|edu|jp|co\.jp|co\.kr|cn)|example|test|invalid|localhost)$",
    re.IGNORECASE,
)
IPV4 = re.compile(r"(?<![\w.\-])(?<!\w/)(?:\d{1,3}\.){3}\d{1,3}(?![\w\-]|\.\d)")
EMAIL = re.compile(r"[\w.+\-]+@([\w\-]+(?:\.[\w\-]+)+)")
DATA = (
    "tests/",
    "indicators/",
    "examples/",
    "docs/",
    "mappings/",
    "schema/",
    "bench/",
    "src/",
    "README.md",
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
)


def is_table_or_link(path, line):
    return path.endswith(".md") and (line.startswith("|") or "](" in line)


def check_width(path, lines):
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS_MAX and not URL.search(line) and not is_table_or_link(path, line):
            yield Problem(
                path,
                number,
                f"{len(line)} columns, at most {COLUMNS_MAX}: two files fit "
                "side by side; break the line",
            )


def check_words(path, lines):
    for number, line in enumerate(lines, 1):
        match = POSTPONED.search(line)
        if match:
            yield Problem(
                path,
                number,
                f"{match.group(0)}: postponed work is forgotten work; do it, " "or leave it out",
            )
        for pattern, why in WORD_RULES:
            match = pattern.search(line)
            if match:
                yield Problem(path, number, f'"{match.group(0)}" does not belong here: {why}')


def is_example_address(text):
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return True  # such as 999.1.1.1 in a test of a parser
    return any(address in network for network in EXAMPLE_NETWORKS)


def check_people(path, lines):
    """Addresses and e-mail domains come from the ranges that nobody owns."""
    for number, line in enumerate(lines, 1):
        for match in IPV4.finditer(line):
            if not is_example_address(match.group(0)):
                yield Problem(
                    path,
                    number,
                    f"{match.group(0)} may belong to somebody; use "
                    "192.0.2.0/24, 198.51.100.0/24 or 203.0.113.0/24",
                )
        for match in EMAIL.finditer(line):
            if not EXAMPLE_DOMAIN.search(match.group(1)):
                yield Problem(
                    path,
                    number,
                    f"{match.group(0)} may belong to somebody; use a domain " "below example.com",
                )


def check(path, text):
    if path.startswith("tests/tidy/") or path == "LICENSE":
        return  # names what it forbids
    lines = text.splitlines()
    yield from check_words(path, lines)
    if path.endswith(CODE) and path not in GENERATED:
        yield from check_width(path, lines)
    if path.startswith(DATA):
        yield from check_people(path, lines)
