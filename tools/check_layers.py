#!/usr/bin/env python3
"""Checks who includes whom.

  tools/check_layers.py          reads every #include and CMakeLists.txt below src/
  tools/check_layers.py --root DIR   does so in another source tree (for its own test)

Linking already keeps most forbidden includes from compiling. This tool says what is wrong in a
sentence, and catches what a linked library lets through: includes that work only because some
other layer passes them on, and folders that include each other in a circle.
"""

import argparse
import pathlib
import re
import sys

# Layer -> what it may include besides itself. "facts/*" stands for each topic below facts/.
# ARCHITECTURE.md explains the order.
MAY_INCLUDE = {
    "core": [],
    "yaml": ["core"],
    "names": ["core"],
    "ingest": ["core", "yaml"],
    "lists": ["core", "yaml", "ingest"],
    "screening": ["core", "yaml", "names", "ingest", "lists"],
    "facts/*": ["core", "lists"],
    "facts": ["core", "lists", "facts/*"],
    "measures": ["core", "yaml"],
    "rules": ["core", "yaml"],
    "diligence": ["core", "yaml", "names", "ingest", "lists", "facts/*", "rules", "measures",
                  "assess"],
    "state": ["core", "names"],
    "engine": ["core", "lists", "facts", "facts/*", "rules", "state"],
    "assess": ["core"],
    "store": ["core"],
    "service": ["core", "yaml", "ingest", "lists", "facts", "facts/*", "measures", "names",
                "rules", "engine", "assess", "store"],
    "report": ["core", "lists", "measures", "rules", "diligence", "service", "assess"],
    "paper": ["core"],
    "dossier": ["core", "yaml", "ingest", "lists", "facts/*", "rules", "measures", "assess",
                "diligence", "paper"],
    "evaluate": ["core", "ingest", "assess", "rules", "service"],
    "api": ["core", "service", "assess"],
    "cli": ["core", "lists", "names", "screening", "service", "report", "assess", "api", "simulate",
            "evaluate", "diligence", "paper", "dossier"],
    "simulate": ["core", "service", "assess"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
LAYER_CALL = re.compile(r"sekisho_layer\(\s*(\w+)(.*?)\)", re.DOTALL)
LINK_CALL = re.compile(r"target_link_libraries\([^)]*\bsekisho_\w+", re.DOTALL)


def layer_of(folder):
    """The layer of a folder below src/, as written in messages: "core", "facts/names"."""
    parts = folder.split("/")
    return "/".join(parts[:2]) if parts[0] == "facts" and len(parts) > 1 else parts[0]


def entry_of(layer):
    """The key of a layer in the table."""
    return "facts/*" if layer.startswith("facts/") else layer


def is_allowed(layer, other):
    if layer == other:
        return True
    return entry_of(other) in MAY_INCLUDE.get(entry_of(layer), [])


def allowed_text(layer):
    names = MAY_INCLUDE[entry_of(layer)]
    return (
        f"{layer} may include only {', '.join(names)}"
        if names
        else f"{layer} may include no other layer"
    )


def source_files(root):
    source = root / "src"
    return sorted(p for p in source.rglob("*") if p.suffix in (".h", ".cc", ".inc"))


def read_includes(root):
    """Yields (path, line number, folder of the file, included text)."""
    for path in source_files(root):
        folder = path.parent.relative_to(root / "src").as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if match:
                yield path.relative_to(root).as_posix(), number, folder, match.group(1)


def check_includes(root):
    folders = {p.name for p in (root / "src").iterdir() if p.is_dir()}
    for path, number, folder, include in read_includes(root):
        place = f"{path}:{number}"
        if "/" not in include:
            yield f'{place}: includes "{include}": write the layer too, "{folder}/{include}"'
            continue
        if include.split("/")[0] not in folders:
            continue  # a header of a library
        layer = layer_of(folder)
        other = layer_of(include.rsplit("/", 1)[0])
        if entry_of(layer) in MAY_INCLUDE and not is_allowed(layer, other):
            yield f"{place}: includes {include}: {allowed_text(layer)}"


def check_folders(root):
    """Every folder below src/ that holds sources is a layer of the table."""
    seen = {layer_of(p.parent.relative_to(root / "src").as_posix()) for p in source_files(root)}
    for layer in sorted(seen):
        if entry_of(layer) not in MAY_INCLUDE:
            yield (
                f"src/{layer}: is no layer; put its files into one of "
                f"{', '.join(sorted(MAY_INCLUDE))}, or add it to tools/check_layers.py "
                "and say why in ARCHITECTURE.md"
            )


def layer_of_target(name):
    """The layer of a target: "facts_names" is facts/names."""
    return "facts/" + name[len("facts_") :] if name.startswith("facts_") else name


def check_cmake(root):
    """What a layer declares as MAY_INCLUDE agrees with the table."""
    for path in sorted((root / "src").rglob("CMakeLists.txt")):
        text = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
        place = path.relative_to(root).as_posix()
        for name, rest in LAYER_CALL.findall(text):
            layer = layer_of_target(name)
            if entry_of(layer) not in MAY_INCLUDE:
                continue  # check_folders reports it
            declared = re.search(r"MAY_INCLUDE((?:\s+[a-z_]+)*)", rest)
            for other in declared.group(1).split() if declared else []:
                if not is_allowed(layer, layer_of_target(other)):
                    yield f"{place}: links {other}: {allowed_text(layer)}"
        if LINK_CALL.search(text):
            yield (
                f"{place}: links a layer with target_link_libraries: name it in MAY_INCLUDE of "
                "sekisho_layer, where this check can see it"
            )


def find_cycle(graph):
    """One circle in {folder: set of folders}, as a list that ends where it starts, or None."""
    done = set()

    def visit(folder, trail):
        if folder in trail:
            return trail[trail.index(folder) :] + [folder]
        if folder in done:
            return None
        for other in sorted(graph.get(folder, ())):
            cycle = visit(other, trail + [folder])
            if cycle:
                return cycle
        done.add(folder)
        return None

    for folder in sorted(graph):
        cycle = visit(folder, [])
        if cycle:
            return cycle
    return None


def check_cycles(root):
    graph, example = {}, {}
    for path, number, folder, include in read_includes(root):
        other = include.rsplit("/", 1)[0]
        if other != folder and (root / "src" / other).is_dir():
            graph.setdefault(folder, set()).add(other)
            example.setdefault((folder, other), f"{path}:{number} includes {include}")
    cycle = find_cycle(graph)
    if cycle:
        steps = "\n".join("    " + example[step] for step in zip(cycle, cycle[1:]))
        yield f"folders include each other in a circle: {' -> '.join(cycle)}\n{steps}"


def check(root):
    problems = []
    for rule in (check_folders, check_includes, check_cmake, check_cycles):
        problems += rule(root)
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = pathlib.Path(__file__).resolve().parent.parent
    parser.add_argument("--root", type=pathlib.Path, default=here)
    problems = check(parser.parse_args().root)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} layer problems", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
