#!/usr/bin/env python3
"""Makes the files that follow from schema/events.yml.

  tools/schema_gen.py          writes src/core/schema_table.inc, schema/events.schema.json and
                               docs/events.md
  tools/schema_gen.py --check  writes nothing; exits 1 and names the files that are out of date
"""

import json
import pathlib
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "schema" / "events.yml"
COMMAND = "tools/schema_gen.py"
ORIGINS = {
    "envelope": "kEvent",
    "fields": "kEvent",
    "facts": "kFact",
    "profile": "kProfile",
    "population": "kProfile",
    "link": "kLink",
}
KINDS = {
    "text": ("kText", {"type": ["string", "number", "null"]}),
    "identifier": ("kIdentifier", {"type": ["string", "integer", "null"]}),
    "number": (
        "kNumber",
        {
            "type": ["number", "string", "null"],
            "pattern": r"^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$",
        },
    ),
    "boolean": ("kBoolean", {"enum": [True, False, "true", "false", None]}),
    "time": ("kTime", {"type": ["string", "integer", "null"]}),
    "duration": ("kDuration", {"type": ["integer", "null"]}),
    "country": ("kCountry", {"type": ["string", "null"]}),
    "address": ("kAddress", {"type": ["string", "null"]}),
    "list": ("kList", {"type": ["array", "null"]}),
}


class SchemaError(Exception):
    pass


def load():
    schema = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    known = {}
    for section in ORIGINS:
        for name, field in schema[section].items():
            if name in known:
                raise SchemaError(f"{name} stands in {section} and in an earlier section")
            extra = set(field) - {"kind", "meaning", "values"}
            if extra or field.get("kind") not in KINDS or not field.get("meaning"):
                raise SchemaError(
                    f"{section}: {name} needs a known kind and a meaning, "
                    "and nothing but `values` beside"
                )
            known[name] = section
    for name in known:
        if any(
            other.startswith(name + ".")
            for other in known
            if known[other] == known[name] == "fields"
        ):
            raise SchemaError(f"{name} cannot be a value and hold other fields")
    for name, event in schema["types"].items():
        check_type(name, event, known, schema["envelope"])
    return schema


def check_type(name, event, known, envelope):
    extra = set(event) - {"meaning", "required", "optional", "example", "engine"}
    if extra:
        raise SchemaError(f"type {name}: unknown key {sorted(extra)[0]}")
    fields = event["required"] + event["optional"]
    for field in fields:
        if field not in known:
            raise SchemaError(f"type {name}: unknown field {field}")
    if len(set(fields)) != len(fields):
        raise SchemaError(f"type {name}: a field stands twice")
    shown = set(flatten(event["example"]))
    for field in event["required"] + ["time", "type"]:
        if field not in shown:
            raise SchemaError(f"type {name}: the example lacks {field}")
    for field in shown - set(fields) - set(envelope):
        raise SchemaError(f"type {name}: the example has {field}, which the type does not list")


def flatten(example, prefix=""):
    for key, value in example.items():
        if isinstance(value, dict):
            yield from flatten(value, prefix + key + ".")
        else:
            yield prefix + key


def example_line(event):
    return json.dumps(event["example"], ensure_ascii=False)


def cpp_string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def make_table(schema):
    lines = [
        f"// Made by {COMMAND} from schema/events.yml. Do not edit.",
        "",
        "constexpr FieldSpec kFields[] = {",
    ]
    for section, origin in ORIGINS.items():
        for name, field in schema[section].items():
            kind = KINDS[field["kind"]][0]
            lines.append(f"    {{{cpp_string(name)}, FieldKind::{kind}, FieldOrigin::{origin},")
            lines.append(f"     {cpp_string(field['meaning'])}}},")
    lines.append("};")
    for index, event in enumerate(schema["types"].values()):
        for part in ("required", "optional"):
            names = ", ".join(cpp_string(name) for name in event[part])
            if names:
                lines.append(
                    f"constexpr std::string_view k{part.capitalize()}{index}[] = {{{names}}};"
                )
    lines += ["", "constexpr EventTypeSpec kEventTypes[] = {"]
    for index, (name, event) in enumerate(schema["types"].items()):
        parts = [
            f"k{p.capitalize()}{index}" if event[p] else "{}" for p in ("required", "optional")
        ]
        engine = "true" if event.get("engine") else "false"
        lines.append(f"    {{{cpp_string(name)}, {cpp_string(event['meaning'])},")
        lines.append(f"     {parts[0]}, {parts[1]},")
        lines.append(f"     {cpp_string(example_line(event))}, {engine}}},")
    return "\n".join(lines + ["};", ""])


def json_field(field):
    node = {"description": field["meaning"], **KINDS[field["kind"]][1]}
    if field.get("values"):
        node["examples"] = field["values"]
    return node


def json_object(schema, names, required):
    """One object schema; dotted names become nested objects, each with its own required list."""
    node = {"type": "object", "properties": {}}
    groups = {}
    for name in names:
        head, _, rest = name.partition(".")
        if rest:
            groups.setdefault(head, []).append(name)
        else:
            node["properties"][name] = {"$ref": f"#/$defs/{name}"}
    must = [name for name in required if "." not in name]
    for head, members in groups.items():
        inner = {
            "type": "object",
            "properties": {m.split(".", 1)[1]: {"$ref": f"#/$defs/{m}"} for m in members},
        }
        inner_must = [m.split(".", 1)[1] for m in members if m in required]
        if inner_must:
            inner["required"] = inner_must
            must.append(head)
        node["properties"][head] = inner
    if must:
        node["required"] = must
    return node


def make_json_schema(schema):
    defs = {}
    for section in ("envelope", "fields"):
        for name, field in schema[section].items():
            defs[name] = json_field(field)
    # The envelope is what the reader insists on: it must have a value.
    defs["time"]["type"] = ["string", "integer"]
    defs["type"] = {"description": schema["envelope"]["type"]["meaning"], "type": "string"}
    types = [(name, event) for name, event in schema["types"].items() if not event.get("engine")]
    branches = []
    for name, event in types:
        fields = list(schema["envelope"]) + [
            f for f in event["required"] + event["optional"] if f != "account"
        ]
        node = json_object(schema, fields, ["time", "type"] + event["required"])
        node["title"] = name
        node["description"] = event["meaning"]
        node["properties"]["type"] = {"const": name}
        node["examples"] = [event["example"]]
        branches.append(node)
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Made by {COMMAND} from schema/events.yml. Do not edit.",
        "title": "Sekisho event",
        "description": "One line of an event file. Fields that are not listed are kept.",
        "type": "object",
        "required": ["time", "type"],
        "oneOf": branches,
        "$defs": defs,
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def field_rows(schema, section):
    lines = ["| field | kind | meaning |", "|---|---|---|"]
    for name, field in schema[section].items():
        meaning = field["meaning"]
        if field.get("values"):
            meaning += (
                " Known values: " + ", ".join(f"`{value}`" for value in field["values"]) + "."
            )
        lines.append(f"| `{name}` | {field['kind']} | {meaning.replace('|', chr(92) + '|')} |")
    return lines


def make_docs(schema):
    out = [
        f"<!-- Made by {COMMAND} from schema/events.yml. Do not edit. -->",
        "# Events",
        "",
        "One event is one line of JSON (NDJSON), or one row of a CSV file whose first row names "
        "the fields.",
        'A field with a dot is a member of a nested object (`"document": {"number": …}`); the '
        "dotted name",
        '(`"document.number": …`) is the same field. A field may be left out or null unless it '
        "is required.",
        "Fields that are not listed are kept but no indicator reads them.",
        "",
        "## The envelope",
        "",
    ]
    out += field_rows(schema, "envelope")
    out += ["", "Whether `account` is required stands with each type.", "", "## Types", ""]
    for name, event in schema["types"].items():
        if event.get("engine"):
            continue
        out += type_section(name, event)
    out += ["## Fields", ""] + field_rows(schema, "fields")
    out += [
        "",
        "## Facts",
        "",
        "Computed from one event; rules read them like fields. An event cannot bring its own.",
        "",
    ]
    out += field_rows(schema, "facts")
    out += ["", "## Profile facts", "", "Computed from the earlier events of the same account.", ""]
    out += field_rows(schema, "profile")
    out += [
        "",
        "## Population facts",
        "",
        "Computed from what all accounts did on the last closed day (UTC).",
        "",
    ]
    out += field_rows(schema, "population")
    out += [
        "",
        "## Events of the engine",
        "",
        "Made while scanning; rules read them, files cannot bring them.",
        "",
    ]
    out += field_rows(schema, "link") + [""]
    for name, event in schema["types"].items():
        if event.get("engine"):
            out += type_section(name, event)
    return "\n".join(out).rstrip() + "\n"


def type_section(name, event):
    lines = [f"### {name}", "", event["meaning"], ""]
    for part in ("required", "optional"):
        if event[part]:
            lines.append(
                f"{part.capitalize()}: " + ", ".join(f"`{field}`" for field in event[part]) + "."
            )
    return lines + ["", "```json", example_line(event), "```", ""]


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        schema = load()
    except (SchemaError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        print(f"{SOURCE.relative_to(ROOT)}: {error}", file=sys.stderr)
        return 1
    made = {
        "src/core/schema_table.inc": make_table(schema),
        "schema/events.schema.json": make_json_schema(schema),
        "docs/events.md": make_docs(schema),
    }
    stale = []
    for name, text in made.items():
        path = ROOT / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if arguments:
            stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{name} is out of date: run {COMMAND} and commit the result", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
