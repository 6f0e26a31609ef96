#!/usr/bin/env python3
"""Writes the example company below examples/employer: invented people, always the same bytes.

  tools/make_employer.py           writes the files
  tools/make_employer.py --check   says whether they are up to date

examples/employer/README.md says who does what.
"""

import pathlib
import sys

from employer.logs import cloudtrail, entra, github, okta, zoom_dashboard, zoom_report
from employer.people import ABROAD, EXITS, HOME
from employer.tables import (
    deliveries, device_info, displays, intune, jamf, onboarding, processes, roster, software,
    table, usb,
)  # fmt: skip
from made_files import write_or_check

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "examples/employer"

LISTS = """lists:
  - kind: network_places
    file: places.csv
    source: "Made for the example company: documentation addresses"
    published: 2026-03-01
    licence: CC0
  - kind: network_ranges
    file: exits.txt
    class: vpn
    source: "Made for the example company: documentation addresses"
    published: 2026-03-01
    licence: CC0
"""


def files():
    return {
        "roster_20260401.csv": roster(False),
        "roster_20260415.csv": roster(True),
        "deliveries.csv": deliveries(),
        "onboarding.csv": onboarding(),
        "DevicesWithInventory.csv": intune(),
        "jamf_computers.csv": jamf(),
        "DeviceInfo.csv": device_info(),
        "AppInvRawData_20260410.csv": software(),
        "DeviceProcessEvents.csv": processes(),
        "usb_devices.csv": usb(),
        "displays.csv": displays(),
        "entra_signins.json": entra(),
        "okta_log.json": okta(),
        "zoom_report.json": zoom_report(),
        "zoom_dashboard.json": zoom_dashboard(),
        "cloudtrail.json": cloudtrail(),
        "github_audit.ndjson": github(),
        "lists/lists.yml": LISTS.encode(),
        "lists/places.csv": table([["range", "country"], [HOME + "0/24", "JP"],
                                   [ABROAD + "0/24", "DE"], [EXITS + "0/24", "JP"]]),
        "lists/exits.txt": f"{EXITS}64/26\n".encode(),
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(write_or_check(FOLDER, files()))
