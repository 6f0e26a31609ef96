"""Its logs: sign-ins, meetings, clouds, code."""

import datetime
import json

from employer.people import (
    ABROAD, EXITS, NIGHT, NUMBER, OKTA, PEOPLE, START, at, home, iso, mail, place, workdays,
)  # fmt: skip


def document(head, member, records, tail):
    """A JSON document with one record a line."""
    lines = ",\n".join(json.dumps(record, separators=(",", ":")) for record in records)
    members = "".join(f'"{key}":{json.dumps(value)},\n' for key, value in head.items())
    return f'{{{members}"{member}":[\n{lines}\n]{tail}}}\n'.encode()


def entra_record(name, moment, number, interactive=True, code=0, **changes):
    ip, country = place(name, (moment - START).days)
    phone = "phone-8" if name in ("hana", "jun", "kei") else f"phone-{NUMBER[name]}"
    record = {
        "id": f"in-{number}",
        "createdDateTime": iso(moment),
        "userPrincipalName": mail(name),
        "ipAddress": ip,
        "isInteractive": interactive,
        "status": {"errorCode": code},
        "location": {"countryOrRegion": country},
        "deviceDetail": {"deviceId": f"dev-{NUMBER[name]}", "isManaged": True},
    }
    if interactive:
        record["authenticationAppDeviceDetails"] = {"deviceId": phone}
    return {**record, **changes}


def entra():
    records = []
    for day in workdays():
        for name in PEOPLE:
            if name in OKTA:
                continue
            begin = 13 if name in NIGHT else 0
            records.append(entra_record(name, at(day, begin, NUMBER[name]), len(records)))
            for hour in range(begin + 1, begin + 10 if name in NIGHT else begin):
                records.append(entra_record(name, at(day, hour, 5), len(records), False))
    records.append(entra_record("emi", at(3, 0, 1), len(records), code=50126))
    # A device that was set up again has another id and the same serial number.
    again = {"deviceDetail": {"deviceId": "dev-3b", "isManaged": True}}
    records.append(entra_record("chika", at(20, 3), len(records), **again))
    records.sort(key=lambda record: (record["createdDateTime"], record["id"]))
    return document({"@odata.context": "https://graph.example.com/signIns"}, "value", records, "")


def okta():
    records = []

    def add(name, moment, ip, country, device, managed):
        records.append({
            "uuid": f"ok-{len(records)}",
            "published": moment.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "eventType": "user.session.start",
            "outcome": {"result": "SUCCESS"},
            "actor": {"alternateId": mail(name)},
            "device": {"id": device, "managed": managed},
            "client": {"ipAddress": ip, "geographicalContext": {"country": country}},
        })  # fmt: skip

    # The new colleague: an own machine first, and half an hour later another country.
    add("ivo", at(1, 3), home("ivo"), "Japan", "own-9", False)
    add("ivo", at(1, 3, 30), ABROAD + "44", "Germany", "dev-9", True)
    for day in workdays()[2:]:
        add("ivo", at(day, 0, 9), home("ivo"), "Japan", "dev-9", True)
        add("gus", at(day, 0, 7), *place("gus", day)[:1], "Japan", "dev-7", True)
    lines = ",\n".join(json.dumps(record, separators=(",", ":")) for record in records)
    return f"[\n{lines}\n]\n".encode()


def zoom_report():
    rows = []
    for name, day, minutes in [
        ("ada", 5, 30), ("emi", 6, 545), ("dan", 7, 60), ("jun", 12, 520), ("jun", 13, 545),
        ("jun", 14, 500),
    ]:  # fmt: skip
        begin = at(day, 0, 5)
        rows.append({
            "id": f"z-{name}",
            "name": PEOPLE[name][0],
            "user_email": mail(name),
            "join_time": iso(begin),
            "leave_time": iso(begin + datetime.timedelta(minutes=minutes)),
            "duration": minutes * 60,
        })  # fmt: skip
    return document({"page_count": 1, "page_size": 300}, "participants", rows, "")


def zoom_dashboard():
    rows = []
    for day in workdays()[::3]:
        for name in ("ada", "bruno", "gus", "hana"):
            ip = ABROAD + "70" if name == "gus" else place(name, day)[0]
            rows.append({
                "id": f"z-{name}",
                "email": mail(name),
                "ip_address": ip,
                "join_time": iso(at(day, 14 if name in NIGHT else 3)),
                "leave_time": iso(at(day, 15 if name in NIGHT else 4)),
            })  # fmt: skip
    return document({"page_size": 300}, "participants", rows, "")


def cloudtrail():
    records = []

    def add(moment, event, identity, **members):
        records.append({
            "eventID": f"ct-{len(records)}",
            "eventTime": iso(moment),
            "eventName": event,
            "sourceIPAddress": home("dan"),
            "userIdentity": identity,
            **members,
        })  # fmt: skip

    dan = {"type": "IAMUser", "userName": mail("dan")}
    gus = {"type": "AssumedRole", "principalId": f"AROAEXAMPLE:{mail('gus')}"}
    for day in workdays()[::5]:
        success = {"responseElements": {"ConsoleLogin": "Success"}}
        add(at(day, 1), "ConsoleLogin", dan, **success)
        add(at(day, 1, 30), "ConsoleLogin", gus, sourceIPAddress=EXITS + "70", **success)
        add(at(day, 2), "DescribeInstances", dan)
    return document({}, "Records", records, "")


def github():
    records = []

    def add(moment, name, repository, public=False):
        records.append({
            "@timestamp": int(moment.timestamp() * 1000),
            "_document_id": f"gh-{len(records)}",
            "action": "git.clone",
            "actor": f"{name}-codes",
            "external_identity_nameid": mail(name),
            "repository": f"example/{repository}",
            "repository_public": public,
        })  # fmt: skip

    for i in range(34):
        add(at(28, 2, i), "lea", f"service-{i}")
    for i in range(25):
        add(at(28, 3, i), "dan", f"library-{i}", public=True)
    for i in range(4):
        add(at(10, 2, i), "emi", f"service-{i}")
    return "".join(json.dumps(r, separators=(",", ":")) + "\n" for r in records).encode()
