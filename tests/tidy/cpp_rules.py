"""House rules for C++ files. Every message says what to write instead."""

import ast
import re

import cpp_text
from tree import Problem

FILE_LINES_MAX = 400
FUNCTION_LINES_MAX = 70

# Files that may be longer, each with its present length as the limit and the reason. The numbers
# only go down.
LONG_FILES = {}

# Functions that may be longer: "path: name" -> (limit, reason). The numbers only go down.
LONG_FUNCTIONS = {}

# Banned calls that stand in one place for a reason: "path: found" -> reason.
EXCEPTIONS = {
}

PURE = ("src/core/", "src/names/", "src/facts/", "src/rules/", "src/state/", "src/engine/", "src/assess/", "src/diligence/", "src/dossier/", "src/paper/")
LAYERS = ("src/",)
OURS = ("src/", "tests/", "bench/")


class Ban:
    """A pattern that may not stand in code below `where`, except below `but` and in lines that
    match `unless`."""

    def __init__(self, pattern, where, message, but=(), unless=None):
        self.pattern = re.compile(pattern)
        self.unless = re.compile(unless) if unless else None
        self.where = where
        self.but = but
        self.message = message

    def covers(self, path):
        return path.startswith(self.where) and not path.startswith(self.but)


BANS = [
    Ban(
        r"\bsystem_clock\b|\babsl::Now\b|\bgettimeofday\b|(?<![\w.>])time\((?:nullptr|NULL|0)\)",
        LAYERS,
        "the wall clock makes two runs differ; event time comes with the event, and what the "
        "service or the command line needs is passed in",
        but=("src/service/clock.", "src/cli/"),
    ),
    Ban(
        r"\bsteady_clock\b|\bclock_gettime\b",
        PURE,
        "this layer is pure: the same events give the same findings at any speed; measure in "
        "src/cli or bench",
    ),
    Ban(
        r"(?<![\w.:])s?rand\(|\bstd::s?rand\b|\brandom_device\b",
        OURS,
        "randomness that cannot be repeated; pass in a generator with a fixed seed",
    ),
    Ban(
        r"\bmt19937|\buniform_int_distribution\b", PURE, "this layer is pure; no randomness inside"
    ),
    Ban(
        r"\bstd::regex\b|#\s*include\s*<regex>",
        OURS,
        "std::regex can take exponential time and overflow the stack; use re2::RE2",
    ),
    Ban(
        r"(?<!\w)(?:std::)?(?:v?f?printf|puts|fputs|putchar)\(|\bstd::(?:cout|cerr|clog)\b",
        LAYERS,
        "a library does not print; return a Status or a value and let src/cli print it",
        but=("src/cli/", "src/core/check.h"),
    ),
    Ban(
        r"#\s*include\s*<iostream>",
        LAYERS,
        "it adds static constructors to every file; use <cstdio> in src/cli",
    ),
    Ban(
        r"#\s*include\s*<(?:ranges|source_location|format|expected)>",
        OURS,
        "g++ 12 or the clang 14 tools cannot read it; write the loop, use absl::StrCat or StatusOr",
    ),
    Ban(
        r"#\s*include\s*<CLI/",
        OURS,
        "CLI11 is all inline code and costs seconds in each file; use cli/command_line.h",
        but=("src/cli/command_line.cc", "bench/generate.cc"),
    ),
    Ban(
        r"\b(?:sleep_for|sleep_until|usleep|nanosleep)\b|(?<![\w.:])sleep\(",
        OURS,
        "waiting for a time is slow and still fails on a slow machine; wait for the event with a "
        "condition variable",
    ),
    Ban(
        r"\bgetenv\b",
        LAYERS,
        "the environment is hidden input; src/cli reads it and passes it on",
        but=("src/cli/",),
    ),
    Ban(
        r"(?<![\w.:>])(?:std::)?(?:quick_exit|_Exit|_exit|exit|abort|terminate)\(",
        LAYERS,
        "a layer never ends the process; return a Status (a broken invariant uses core/check.h)",
        but=("src/cli/main.cc", "src/core/check."),
    ),
    Ban(
        r"(?<!operator )\bnew\b(?!\s*\()(?=\s+[\w:])"
        r"|(?<!= )(?<!operator )\bdelete\b(?=[\s\[]+\w|\[)",
        OURS,
        "owning raw pointers leak on the first early return; use std::make_unique or a "
        "vector (static const T& t = *new T is fine: it is never destroyed; so is "
        "unique_ptr<T>(new T(…)) of a private constructor)",
        unless=r"\bstatic const\b|\bunique_ptr<\w+>\(new \w+\(",
    ),
    Ban(
        r"(?<![\w.:])(?:std::)?(?:malloc|calloc|realloc|free)\(",
        OURS,
        "nobody frees it on the early return; use std::vector or std::unique_ptr",
    ),
    Ban(
        r"\bthrow\b",
        LAYERS,
        "errors are values here; return absl::Status with what, where and what " "to do",
    ),
    Ban(
        r"\b(?:std::)?(?:ato[ifl]|atoll|strto[ldf]|strtoll|strtoull?)\(|\bstd::sto\w+\(",
        OURS,
        "it depends on the locale, throws, or takes rubbish for 0; use std::from_chars",
    ),
    Ban(
        r"(?<![\w.:])(?:std::)?(?:strcpy|strcat|sprintf|gets)\(",
        OURS,
        "it writes past the end; use std::string, or std::snprintf with the size",
    ),
    Ban(
        r"\babsl::(?:Mutex|CondVar|Notification)\b",
        OURS,
        "ThreadSanitizer cannot see through the distribution's Abseil; use std::mutex",
    ),
    Ban(
        r"\bdetach\(\)|\bstd::async\b",
        OURS,
        "a thread that nobody joins outlives what it reads; keep std::thread or std::jthread and "
        "join it",
    ),
    Ban(
        r"(?<![\w.:])(?:std::)?assert\(",
        LAYERS,
        "it is gone in the release build; return a Status, or use core/check.h",
    ),
    Ban(r"\busing\s+namespace\b", OURS, "it brings in names nobody asked for; name what you use"),
]
BARE_NOLINT = re.compile(r"NOLINT(?:NEXTLINE|BEGIN)?(?!END)(?!\w)(?!\([\w.,\- ]+\): \S)")


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def check_bans(path, text):
    code = cpp_text.strip_literals(text)
    for ban in BANS:
        if not ban.covers(path):
            continue
        for match in ban.pattern.finditer(code):
            line = text.splitlines()[line_of(text, match.start()) - 1]
            if ban.unless and ban.unless.search(line):
                continue
            found = " ".join(match.group(0).split()).rstrip("(")
            if f"{path}: {found}" in EXCEPTIONS:
                continue
            yield Problem(path, line_of(code, match.start()), f"`{found}`: {ban.message}")


def check_header(path, text):
    if not path.endswith(".h"):
        return
    if not text.startswith("//"):
        yield Problem(
            path,
            1,
            "a header is a contract: begin it with a comment that says what it is "
            "for (ownership, thread safety, units, errors)",
        )
    elif "#pragma once" not in text:
        yield Problem(path, 1, "write #pragma once after the opening comment")


def check_nolint(path, text):
    for match in BARE_NOLINT.finditer(text):
        yield Problem(
            path,
            line_of(text, match.start()),
            "say which check is silenced and why: NOLINT(check-name): reason",
        )


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.lineno, node.end_lineno - node.lineno + 1


def check_lengths(path, text):
    lines = text.count("\n")
    limit, reason = LONG_FILES.get(path, (FILE_LINES_MAX, ""))
    if lines > limit:
        yield Problem(
            path,
            1,
            f"{lines} lines, at most {limit}: a file says one thing; split it "
            "(or list it in tests/tidy/cpp_rules.py with a reason)" + reason,
        )
    found = (
        python_functions(text)
        if path.endswith(".py")
        else cpp_text.functions(cpp_text.strip_literals(text))
    )
    for name, line, length in found:
        limit, _ = LONG_FUNCTIONS.get(f"{path}: {name}", (FUNCTION_LINES_MAX, ""))
        if length > limit:
            yield Problem(
                path,
                line,
                f"{name} has {length} lines, at most {limit}: a function fits "
                "on one screen; push loops down into named functions",
            )


def check(path, text):
    """All rules for one C++ or Python file."""
    yield from check_lengths(path, text)
    if path.endswith(".py"):
        return
    yield from check_bans(path, text)
    yield from check_header(path, text)
    yield from check_nolint(path, text)
