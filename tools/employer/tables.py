"""Its tables: staff, deliveries, onboarding, inventories."""

import csv
import io
import struct

from employer.people import (
    ABROAD, DAYS, MAILBOX, NUMBER, OLD_ADDRESS, ONE_HOUSE, PEOPLE, at, home, iso, laptop, mail,
    place, serial, workdays,
)  # fmt: skip


def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def roster(later):
    rows = [["Employee", "Name", "Work email", "Personal email", "Phone", "Offer date",
             "Start date", "Country", "Address", "Address since", "Laptop serial", "Time zone",
             "Manager", "Nationality"]]  # fmt: skip
    for name, (full, first_day, zone) in PEOPLE.items():
        address, since = f"{NUMBER[name]}-1-1 Example, Chuo-ku, Tokyo", first_day
        offer = ""
        if name == "lea":
            address, offer = OLD_ADDRESS, "2026-03-31"
            if later:
                address, since = MAILBOX, "2026-04-04"
        rows.append([NUMBER[name], full, mail(name), f"{name}.private@example.org",
                     f"+81-3-5550-01{NUMBER[name]:02}", offer, first_day, "Japan", address, since,
                     serial(name), zone, "M1", "-"])  # fmt: skip
    return table(rows)


def deliveries():
    rows = [["Delivery", "Employee", "Sent", "Address", "Recipient", "Item", "Carrier", "Signed",
             "Serial number"]]  # fmt: skip
    for i, (name, sent, address) in enumerate([
        ("dan", "2026-04-03 09:00", "4-1-1 Example, Chuo-ku, Tokyo"),
        ("chika", "2026-04-07 09:00", "3-1-1 Example, Chuo-ku, Tokyo"),
        ("ivo", "2026-04-02 09:00", ONE_HOUSE),
        ("jun", "2026-04-02 09:10", ONE_HOUSE.upper()),
        ("kei", "2026-04-02 09:20", ONE_HOUSE),
        ("lea", "2026-04-08 09:00", MAILBOX),
    ]):  # fmt: skip
        rows.append([f"D{i}", NUMBER[name], sent, address, PEOPLE[name][0], "laptop",
                     "example carrier", "yes", serial(name)])  # fmt: skip
    return table(rows)


def onboarding():
    rows = [["Employee", "Asked", "Asked by", "Serial read"]]
    for name, asked, read in [
        ("chika", "2026-04-09 03:00", serial("chika").lower() + " "),  # laptop set up again
        ("jun", "2026-04-06 03:00", serial("jun")),
        ("ivo", "2026-04-07 03:00", ""),
        ("kei", "2026-04-06 04:00", "SN-XX-9999"),
        ("kei", "2026-04-09 04:00", "SN-XX-9998"),
    ]:
        rows.append([NUMBER[name], asked, "it-desk", read])
    return table(rows)


def intune():
    rows = [["Device ID", "Device name", "Last check-in", "Serial number", "Manufacturer", "Model",
             "Primary user UPN", "Compliance", "Managed by", "Ownership"]]  # fmt: skip
    for name in PEOPLE:
        if name == "fay":
            continue  # a Mac
        rows.append([f"dev-{NUMBER[name]}", laptop(name),
                     at(DAYS - 1, 1).strftime("%Y-%m-%d %H:%M:%S.0000000"), serial(name),
                     "Example Computers", "Book 14", mail(name).capitalize(), "Compliant",
                     "Intune", "Corporate"])  # fmt: skip
    rows.append(["dev-99", "LAPTOP-99", "2026-05-12 01:00:00.0000000", "SN-EX-0099",
                 "Example Computers", "Book 14", "", "Compliant", "Intune", "Corporate"])
    return table(rows)


def jamf():
    rows = [["Computer Name", "Serial Number", "Model", "Email Address", "Last Check-in",
             "IP Address", "Managed"]]  # fmt: skip
    for day in range(DAYS):
        rows.append(["MAC-06", serial("fay"), "Example Mac", mail("fay"),
                     at(day, 20).strftime("%Y-%m-%d %H:%M:%S"), ABROAD + "90", "Managed"])
    return table(rows)


def device_info():
    rows = [["Timestamp", "DeviceId", "DeviceName", "PublicIP"]]
    for day in workdays():
        for name in PEOPLE:
            if name == "fay":
                continue
            address = place("ada", day)[0] if name == "ada" else home(name)
            rows.append([iso(at(day, 2, NUMBER[name])), f"dev-{NUMBER[name]}", laptop(name),
                         address])  # fmt: skip
    return table(rows)


def software():
    rows = [["ApplicationName", "ApplicationPublisher", "ApplicationVersion", "DeviceName"]]
    for name in PEOPLE:
        if name != "fay":
            rows.append(["Example Editor", "Example", "1.2", laptop(name)])
    for name, product in [
        ("dan", "TeamViewer Host"),  # the one agent that IT itself uses
        ("emi", "AnyDesk"),
        ("jun", "TeamViewer Host"),
        ("jun", "AnyDesk"),
        ("jun", "Mouse Jiggler 3"),
        ("kei", "GoLogin"),
        ("kei", "AdsPower Browser"),
        ("kei", "NetKey"),
    ]:
        rows.append([product, "Example", "1.0", laptop(name)])
    return table(rows)


def processes():
    rows = [["Timestamp", "DeviceName", "ActionType", "FileName", "ProcessCommandLine",
             "AccountUpn"]]  # fmt: skip
    for name, file, command in [
        ("ada", "editor.exe", "editor.exe notes.txt"),
        ("jun", "remoting_start_host.exe",
         "remoting_start_host.exe --code=4/x --redirect-url=https://remotedesktop.example.com "
         "--name=LAPTOP-10 --pin=000000"),
        ("kei", "connector.exe", "C:\\Program Files\\STN Corp\\connector.exe --start"),
    ]:  # fmt: skip
        rows.append([iso(at(8, 3)), laptop(name), "ProcessCreated", file, command, mail(name)])
    return table(rows)


def usb():
    rows = [["hostIdentifier", "unixTime", "vendor", "vendor_id", "model", "model_id", "serial"]]
    for name, vendor, vendor_id, model, model_id in [
        ("ada", "Example", "0000", "Keyboard", "0001"),
        ("dan", "pid.codes", "1209", "Open keyboard", "0001"),
        ("jun", "PiKVM", "1209", "", "eda1"),
    ]:
        moment = int(at(9, 4).timestamp())
        rows.append([laptop(name), moment, vendor, vendor_id, model, model_id, ""])
    return table(rows)


def edid(vendor, product, name, serial_text=""):
    """The first block of a display: docs and source in src/facts/devices/display.h."""
    block = bytearray(128)
    block[0:8] = bytes([0, 255, 255, 255, 255, 255, 255, 0])
    packed = 0
    for letter in vendor:
        packed = packed << 5 | ord(letter) - ord("A") + 1
    block[8:12] = struct.pack(">H", packed) + struct.pack("<H", product)
    block[18:20] = bytes([1, 3])
    for where, tag, text in [(72, 0xFC, name), (90, 0xFF, serial_text)]:
        if text:
            block[where + 3] = tag
            block[where + 5 : where + 18] = (text.encode() + b"\n").ljust(13)[:13]
    block[127] = -sum(block) % 256
    return block.hex()


def displays():
    rows = [["Device name", "Seen", "EDID"]]
    for name, data in [
        ("ada", edid("EXA", 0x7773, "Example 27")),
        ("emi", edid("EXA", 1, "Example 24")[:-2] + "00"),  # damaged on the way
        ("jun", edid("LNX", 0x7773, "PiKVM V4 Plus", "CAFEBABE")),
    ]:
        rows.append([laptop(name), iso(at(9, 5)), data])
    return table(rows)
