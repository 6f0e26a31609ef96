"""The three rings of the sample, which show the published red flags."""

from . import names
from .platform import DAY, DAYS, HOUR, MINUTE, START


def one_room(platform, roles):
    """One room, five machines driven from afar; two of the accounts never sleep."""
    members = [platform.new_person() for _ in range(5)]
    room = next(platform.hosts)
    for index, person in enumerate(members):
        person.home = room
        person.busy = 0.7
        platform.ordinary_days(person)
        if index < 4:
            platform.add(
                START + (4 + index) * DAY + 3 * HOUR,
                "network.check",
                person,
                ip=room,
                port=3389,
                open=True,
            )
            platform.add(
                START + (18 + index) * DAY + 3 * HOUR,
                "network.check",
                person,
                ip=room,
                product="RustDesk",
                remote_session=True,
            )
    for person, days in ((members[0], (5, 12, 20)), (members[1], (9, 23))):
        for day in days:
            platform.session(
                person,
                START + day * DAY + 2 * HOUR,
                platform.random.randrange(1500, 1900),
                room,
                every=26,
            )
            for part in range(3):
                platform.add(
                    START + day * DAY + (9 + 8 * part) * HOUR,
                    "work.log",
                    person,
                    project=f"p{9001 + part}",
                    minutes=platform.random.randrange(430, 475),
                )
    changing = members[2]
    for step, (field, value) in enumerate(
        (
            ("email", "m1@example.com"),
            ("phone", "+1 202 555 0101"),
            ("name", None),
            ("email", "m2@example.com"),
            ("phone", "+1 202 555 0102"),
            ("address", "9 Example Road"),
        )
    ):
        value = value or names.person(platform.random)[0]
        platform.add(
            START + (2 + 4 * step) * DAY + 5 * HOUR,
            "profile.change",
            changing,
            field=field,
            value=value,
        )
    roles["ring 1: one room"] += members


def paying_themselves(platform, roles):
    """A client and three freelancers with documents and a purse in common, paid by themselves."""
    client = platform.new_person(role="client", age_days=40, document=False)
    members = [platform.new_person(age_days=30 - 3 * n, document=False) for n in range(3)]
    holder = names.person(platform.random)[0]
    for person in [client] + members:
        platform.ordinary_days(person)
    shared = platform.submit_document(members[0], members[0].opened + HOUR)
    platform.submit_document(
        client, client.opened + HOUR, number=shared.lower(), holder=client.name
    )
    other = platform.submit_document(members[1], members[1].opened + HOUR)
    platform.submit_document(
        members[2],
        members[2].opened + HOUR,
        number=f"{other[:4]}-{other[4:]}",
        holder=members[2].name,
    )
    purse = {"kind": "e_money", "identifier": "purse@example.net"}
    for person in members[:2]:
        platform.register_payee(
            person, START + 2 * DAY + platform.minute(0, 600), payee=purse, holder=holder
        )
    for index, person in enumerate(members + platform.random.sample(roles["freelancer"], 1)):
        platform.engagement(
            client,
            person,
            platform.new_project(),
            START + 6 * DAY + index * 5 * HOUR,
            3,
            rating=5,
            payer=purse if person in members else None,
        )
    roles["ring 2: paying themselves (client)"].append(client)
    roles["ring 2: paying themselves"] += members


def changing_relays(platform, roles):
    """Four accounts behind changing relays; one document for three; bids in bulk; shifts."""
    members = [platform.new_person(age_days=12 + n, document=n == 3) for n in range(4)]
    number = platform.submit_document(members[0], members[0].opened + HOUR)
    for person in members[1:3]:
        platform.submit_document(person, person.opened + HOUR, number=number, holder=person.name)
    relays = [
        (platform.new_network(), country) for country in ("NL", "SG", "US", "BR", "PL", "ZA", "AU")
    ]
    for person in members[:3]:
        for day in platform.random.sample(range(DAYS), 4):
            start = platform.local(person, day, person.first_hour) + platform.minute(0, 200)
            for step, (ip, country) in enumerate(
                platform.random.sample(relays, platform.random.randrange(4, 6))
            ):
                platform.session(person, start + step * 11 * MINUTE, 9, ip, country=country)
    for person in members[:2]:
        for day in (1, 3, 5, 8, 10, 12, 15, 17):
            platform.session(person, START + day * DAY + 6 * HOUR, 95, person.home)
            for _ in range(14):
                platform.bid(person, START + day * DAY + 6 * HOUR + platform.minute(0, 90))
    for person in members[1:2]:
        platform.engagement(roles["client"][3], person, platform.new_project(), START + 16 * DAY, 4)
    shift = members[3]
    for day in (7, 19):
        for hour in range(26):
            platform.session(
                shift,
                START + day * DAY + hour * HOUR + platform.minute(0, 20),
                4,
                shift.home,
                end=hour % 3 == 0,
            )
    roles["ring 3: changing relays"] += members
