#!/usr/bin/env python3
"""Makes examples/platform.ndjson: a small freelance platform of invented people.

  tools/make_sample.py [--seed N] [-o FILE]   writes the file and says who is who
  tools/make_sample.py --check                writes nothing; exits 1 when the file is out of date

The same seed gives the same bytes. About 300 accounts live their ordinary days for thirty days;
three small rings among them show the published red flags. examples/README.md says who is who.
"""

import argparse
import collections
import pathlib
import sys

from sample import people, rings
from sample.platform import Platform

SAMPLE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "platform.ndjson"
PARTS = (
    people.clients,
    people.freelancers,
    people.households,
    people.offices,
    people.travellers,
    people.night_workers,
    people.newcomers,
    people.marriage,
    people.commuters,
    people.agency,
    people.single_signs,
    people.marketplace,
    rings.one_room,
    rings.paying_themselves,
    rings.changing_relays,
)


def make(seed):
    platform = Platform(seed)
    roles = collections.defaultdict(list)  # what people are → people, in the order of PARTS
    for part in PARTS:
        part(platform, roles)
    return platform, roles


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("-o", "--output", type=pathlib.Path, default=SAMPLE)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    platform, roles = make(arguments.seed)
    lines = list(platform.lines())
    text = "".join(lines)
    if arguments.check:
        if arguments.output.read_text(encoding="utf-8") != text:
            sys.exit(f"{arguments.output} is out of date: run tools/make_sample.py")
        return
    arguments.output.write_text(text, encoding="utf-8")
    print(f"{len(lines)} events of {len(platform.people)} accounts")
    for name, people in roles.items():
        if name not in ("client", "freelancer"):
            print(f"{name}: {' '.join(person.account for person in people)}")


if __name__ == "__main__":
    main()
