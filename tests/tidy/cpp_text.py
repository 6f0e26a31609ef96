"""Just enough reading of C++ for the house rules: code without comments and literals, and where
functions begin and end."""

import re

TOKEN = re.compile(
    r"(?P<line>//[^\n]*)"
    r"|(?P<block>/\*.*?\*/)"
    r'|(?P<raw>R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<char>(?<![0-9A-Za-z_])'(?:\\.[^'\n]*|[^'\\\n])')",
    re.DOTALL,
)
SCOPE = re.compile(r"\b(namespace|class|struct|union|enum)\b[^()]*$|\bextern\s*$")


def blank(match):
    """Replaces a token by spaces; newlines stay, so that positions and lines stay."""
    return re.sub(r"[^\n]", " ", match.group(0))


def strip_literals(text):
    """The text with comments, strings and character literals blanked out."""
    return TOKEN.sub(blank, text)


def matching_brace(code, opening):
    depth = 0
    for at in range(opening, len(code)):
        if code[at] == "{":
            depth += 1
        elif code[at] == "}":
            depth -= 1
            if depth == 0:
                return at
    return len(code) - 1


def is_member_initializer(header, code, closing):
    """Whether the braces after `header` are one member of a constructor's initializer list."""
    rest = code[closing + 1 :].lstrip()
    return rest[:1] in (",", "{") and re.search(r"\)\s*(noexcept\s*)?:[^:]", header) is not None


def functions(code):
    """Yields (name, first line, number of lines) of every function definition in stripped code.

    Lambdas and local classes count as part of the function around them.
    """
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", blank, code, flags=re.MULTILINE)
    at = 0
    header_start = 0
    while at < len(code):
        char = code[at]
        if char in ";}":
            header_start = at + 1
        elif char == "{":
            header = code[header_start:at]
            closing = matching_brace(code, at)
            if is_member_initializer(header, code, closing):
                at = closing + 1
                continue
            is_function = (
                "(" in header
                and not SCOPE.search(header)
                and not header.rstrip().endswith(("=", "return"))
            )
            if is_function:
                first = header_start + len(header) - len(header.lstrip())
                name = re.search(r"([~\w:]+)\s*\(", header)
                line = code.count("\n", 0, first) + 1
                yield (name.group(1) if name else "?"), line, code.count("\n", first, closing) + 1
            elif not SCOPE.search(header):
                pass  # an initializer such as "int kTable[] = {…}"
            if is_function or not SCOPE.search(header):
                at = closing
            header_start = at + 1
        at += 1
