"""Honest people of the sample, many of whom look like somebody else's red flag."""

from .platform import DAY, DAYS, HOUR, MINUTE, START


def clients(platform, roles):
    for _ in range(55):
        client = platform.new_person(role="client")
        platform.ordinary_days(client)
        roles["client"].append(client)


def households(platform, roles):
    """Families and flatmates behind one router: three, three, two and two."""
    for size in (3, 3, 2, 2):
        family = [platform.new_person() for _ in range(size)]
        for person in family:
            person.home = family[0].home
            platform.ordinary_days(person)
        roles["household behind one router"] += family


def offices(platform, roles):
    """Two co-working offices. One has asked for an exemption, as its operator should."""
    for size, exempt in ((6, True), (9, False)):
        address = next(platform.public)
        members = [platform.new_person() for _ in range(size)]
        for person in members:
            person.busy = 0.3
            platform.ordinary_days(person, places=[address])
        roles[f"co-working office {address}"] += members
        if exempt:
            platform.add(
                START + 9 * HOUR,
                "exemption.granted",
                None,
                exemption={"kind": "address", "indicator": "B02", "until": "2026-10-01T00:00:00Z"},
                ip=address,
                reviewer="r-01",
                reason="co-working office, operator's letter seen",
            )


def travellers(platform, roles):
    for _ in range(6):
        person = platform.new_person()
        person.busy = 0.6
        abroad = platform.random.sample(["PT", "TH", "MX", "GE", "ID", "ES", "JP", "CA"], 3)
        for day in range(DAYS):
            if platform.random.random() > person.busy:
                continue
            start = platform.local(person, day, person.first_hour) + platform.minute(0, 240)
            platform.session(
                person,
                start,
                platform.random.randrange(20, 120),
                platform.new_network(),
                country=abroad[day // 11],
            )
            if platform.random.random() < 0.3:
                platform.session(
                    person, start + 8 * HOUR, 15, platform.new_network(), country=abroad[day // 11]
                )
        roles["traveller"].append(person)


def night_workers(platform, roles):
    for _ in range(8):
        person = platform.new_person()
        person.first_hour = platform.random.choice([20, 21, 22])
        person.busy = 0.5
        for day in range(DAYS - 1):
            if platform.random.random() < person.busy:
                start = platform.local(person, day, person.first_hour) + platform.minute(0, 60)
                platform.session(person, start, platform.random.randrange(240, 520), person.home)
        roles["night worker"].append(person)


def newcomers(platform, roles):
    """Opened days before the sample begins, keen; the first of them has bad luck."""
    for index in range(8):
        person = platform.new_person(age_days=platform.random.randrange(1, 4))
        person.busy = 0.95
        unlucky = index == 0
        platform.ordinary_days(person)
        for day in range(27 if unlucky else 18):
            for _ in range(3):
                platform.bid(
                    person, platform.local(person, day, person.first_hour) + platform.minute(0, 600)
                )
        client = platform.random.choice(roles["client"])
        for day in () if unlucky else (5, 9, 14):
            platform.engagement(
                client, person, platform.new_project(), START + day * DAY + 8 * HOUR, 5
            )
        roles["newcomer with bad luck" if unlucky else "newcomer"].append(person)


def marriage(platform, roles):
    """Marries, takes another name, moves, and tells everybody within three weeks."""
    person = platform.new_person(age_days=200)
    platform.ordinary_days(person)
    given = person.name.split()[-1]
    new_name = f"{given} Newname-{person.name.split()[0]}"
    platform.add(
        START + 6 * DAY + 9 * HOUR,
        "profile.change",
        person,
        field="name",
        value=new_name,
        previous=person.name,
    )
    platform.submit_document(person, START + 6 * DAY + 9.5 * HOUR, holder=new_name)
    platform.add(
        START + 8 * DAY + 19 * HOUR,
        "profile.change",
        person,
        field="address",
        value="3-4 Example Street",
        previous="1-2 Example Street",
    )
    person.name = new_name
    platform.register_payee(person, START + 12 * DAY + 12 * HOUR, holder=new_name.upper())
    platform.add(
        START + 20 * DAY + 21 * HOUR,
        "profile.change",
        person,
        field="email",
        value="newname@example.com",
        previous=person.email,
    )
    roles["marriage with a name change"].append(person)


def commuters(platform, roles):
    """Home, phone on the way, office: three addresses within the hour."""
    office = next(platform.public)
    for _ in range(10):
        person = platform.new_person()
        own_office = office if platform.random.random() < 0.3 else next(platform.public)
        for day in range(DAYS):
            if platform.random.random() > 0.3:
                continue
            start = platform.local(person, day, 8) + platform.minute(0, 30)
            platform.session(person, start, 8, person.home)
            platform.session(person, start + 15 * MINUTE, 12, person.phone)
            platform.session(person, start + 45 * MINUTE, 240, own_office, every=105)
        roles["commuter"].append(person)


def agency(platform, roles):
    """A client that closes one large project and thanks eight people in one week."""
    boss = platform.new_person(role="client")
    platform.ordinary_days(boss)
    team = [platform.new_person() for _ in range(8)]
    for person in team:
        platform.ordinary_days(person)
        platform.engagement(
            boss,
            person,
            platform.new_project(),
            START + 3 * DAY + platform.minute(0, 1800),
            12,
            rating=5,
        )
    roles["agency (client)"].append(boss)
    roles["team of the agency"] += team


def single_signs(platform, roles):
    """Honest people with one sign each: a trade name at the bank, a customer's remote desktop."""
    trader = platform.new_person(age_days=4)
    platform.ordinary_days(trader)
    platform.register_payee(trader, START + 3 * DAY, holder="Blue Sample Studio")
    roles["trade name at the bank"].append(trader)
    consultant = platform.new_person()
    platform.ordinary_days(consultant)
    platform.add(
        START + 11 * DAY + 8 * HOUR,
        "network.check",
        consultant,
        ip=consultant.home,
        product="Citrix Workspace",
        remote_session=True,
    )
    platform.add(
        START + 12 * DAY,
        "message.sent",
        consultant,
        channel="platform",
        text="My customer's systems are reached by their virtual desktop.",
    )
    roles["customer's remote desktop"].append(consultant)


def freelancers(platform, roles):
    members = [platform.new_person() for _ in range(163)]
    for person in members:
        platform.ordinary_days(person)
        if platform.random.random() < 0.12:
            platform.add(
                START + platform.minute(0, DAYS * 24 * 60),
                "profile.change",
                person,
                field=platform.random.choice(["phone", "website", "photo", "address"]),
                value="updated",
            )
        if platform.random.random() < 0.3:
            platform.clean_check(person)
        if platform.random.random() < 0.1:
            site = f"https://{person.account}.example.com"
            platform.add(
                START + platform.minute(0, 5000),
                "website.check",
                person,
                website=site,
                check__method="automatic",
                check__result="passed",
            )
    roles["freelancer"] += members
    friends = platform.random.sample(members, 6)
    for one, other in zip(friends[::2], friends[1::2]):
        platform.add(
            START + platform.minute(0, 40000), "referral.made", one, other_account=other.account
        )
    asker = platform.random.choice(members)
    platform.add(
        START + 14 * DAY,
        "request.made",
        asker,
        request={"kind": "advance_payment"},
        other_account=roles["client"][0].account,
    )
    for person in platform.random.sample(members, 12):
        platform.add(
            START + platform.minute(9000, 40000),
            "meeting.held",
            person,
            meeting={"kind": "video", "attended": True, "camera": "on"},
            minutes=30,
            other_account=platform.random.choice(roles["client"]).account,
        )


def marketplace(platform, roles):
    """Projects of honest clients: three to six bids each, won by anybody."""
    workers = [p for p in platform.people if p.role == "freelancer" and p.opened < START - 10 * DAY]
    for _ in range(190):
        client = platform.random.choice(roles["client"])
        bidders = platform.random.sample(workers, platform.random.randrange(3, 6))
        platform.project(
            client,
            bidders,
            START + platform.minute(0, 22 * 24 * 60),
            platform.random.randrange(2, 9),
        )
