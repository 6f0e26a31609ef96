"""The platform of the sample: its accounts, what they can do, and the events that leaves."""

import json
import random
from datetime import datetime, timedelta, timezone

from . import names

START = datetime(2026, 4, 1, tzinfo=timezone.utc)
DAYS = 30
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
CATEGORIES = ["web", "mobile", "data", "design", "embedded", "testing"]
CURRENCY = "USD"


class Person:
    """One account and what belongs to it."""

    def __init__(self, account, role, name, country, offset):
        self.account = account
        self.role = role
        self.name = name
        self.country = country
        self.offset = offset  # hours from UTC
        self.email = f"{account}@example.com"
        self.home = ""
        self.phone = ""
        self.device = f"d-{account}"
        self.first_hour = 9  # local hour at which the day begins
        self.busy = 0.2  # share of days with a session
        self.opened = START
        self.payee = {}


class Platform:
    """Collects events; knows addresses and ids that are still free."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.events = []
        self.people = []
        self.sessions = 0
        self.projects = 0
        self.documents = 0
        self.networks = 0
        numbers = list(range(1001, 1001 + 400))
        self.random.shuffle(numbers)
        self.numbers = iter(numbers)
        hosts = [f"192.0.2.{n}" for n in range(1, 255)] + [f"198.51.100.{n}" for n in range(1, 255)]
        self.random.shuffle(hosts)
        self.hosts = iter(hosts)
        self.public = iter([f"203.0.113.{n}" for n in range(1, 255)])

    def add(self, time, event_type, person, **fields):
        nested = {}
        for name, value in fields.items():
            head, _, tail = name.partition("__")
            if tail:
                nested.setdefault(head, {})[tail] = value
            else:
                nested[head] = value
        account = {"account": person.account} if person else {}
        self.events.append((time, {"type": event_type, **account, **nested}))

    def new_network(self):
        """An IPv6 network of one connection."""
        self.networks += 1
        return f"2001:db8:{self.networks:x}::{self.random.randrange(1, 0xFFFF):x}"

    def minute(self, low, high):
        return timedelta(seconds=self.random.randrange(low * 60, high * 60))

    def local(self, person, day, hour):
        """The UTC time of a local hour of a day of the sample."""
        return START + day * DAY + (hour - person.offset) * HOUR

    # -- accounts ----------------------------------------------------------------------------------

    def new_person(self, role="freelancer", age_days=None, document=True):
        name, country, offset = names.person(self.random)
        person = Person(f"u{next(self.numbers)}", role, name, country, offset)
        person.home = next(self.hosts) if self.random.random() < 0.6 else self.new_network()
        person.phone = self.new_network()
        person.first_hour = self.random.choice([7, 8, 9, 9, 10, 11])
        person.busy = self.random.uniform(0.08, 0.24)
        age = self.random.randrange(2, 300) if age_days is None else age_days
        person.opened = START - age * DAY + self.minute(0, 24 * 60)
        self.people.append(person)
        self.add(
            person.opened,
            "account.registration",
            person,
            name=name,
            email=person.email,
            country=country,
            role=role,
            ip=person.home,
        )
        if document:
            self.submit_document(person, person.opened + self.minute(5, 60))
        if role == "freelancer":
            self.register_payee(person, person.opened + self.minute(60, 300))
        return person

    def submit_document(self, person, time, number=None, holder=None, result="passed"):
        self.documents += 1
        number = (
            number
            or f"{self.random.choice('ABCDEFGHKLMNPRT')}{self.documents:03d}"
            f"{self.random.randrange(10**5):05d}"
        )
        self.add(
            time,
            "document.submission",
            person,
            document__type="passport",
            document__issuer="Example Registry",
            document__number=number,
            document__name=holder or person.name,
            check__method=self.random.choice(["ic_chip", "image", "video"]),
            check__result=result,
        )
        self.add(
            time + self.minute(10, 600),
            "verification.result",
            person,
            verification__kind="identity",
            check__method="database",
            check__result=result,
        )
        return number

    def register_payee(self, person, time, payee=None, holder=None):
        if payee is None:
            if self.random.random() < 0.6:
                payee = {
                    "kind": "bank",
                    "identifier": f"{self.random.randrange(10**9):010d}",
                    "institution": f"Example Bank {self.random.randrange(1, 9)}",
                }
            else:
                payee = {"kind": "e_money", "identifier": person.email}
        person.payee = payee
        holder = holder or names.as_a_bank_writes(person.name, self.random)
        self.add(
            time,
            "payout.account",
            person,
            action="added",
            payout={**payee, "holder": holder, "country": person.country},
        )

    # -- days --------------------------------------------------------------------------------------

    def session(self, person, start, minutes, ip, every=80, country=None, end=True):
        self.sessions += 1
        common = {"session": f"s{self.sessions:05d}", "ip": ip}
        self.add(
            start,
            "session.start",
            person,
            **common,
            country=country or person.country,
            device=person.device,
        )
        at = start
        while True:
            at += self.minute(int(every * 0.6), every)
            if at >= start + minutes * MINUTE:
                break
            self.add(at, "session.activity", person, **common)
        if end:
            self.add(start + minutes * MINUTE, "session.end", person, **common)

    def ordinary_days(self, person, places=None):
        """Sessions at home and on the phone; `places` are other addresses for whole days."""
        for day in range(DAYS):
            if START + day * DAY < person.opened or self.random.random() > person.busy:
                continue
            start = self.local(person, day, person.first_hour) + self.minute(0, 180)
            ip = person.home
            if places and self.random.random() < 0.6:
                ip = self.random.choice(places)
            self.session(person, start, self.random.randrange(20, 200), ip, every=105)
            if self.random.random() < 0.2:
                self.session(
                    person,
                    start + 6 * HOUR + self.minute(0, 120),
                    self.random.randrange(4, 20),
                    person.phone,
                )

    def new_project(self):
        self.projects += 1
        return f"p{self.projects:04d}"

    def bid(self, person, time, project=None):
        self.add(
            time,
            "bid.submitted",
            person,
            project=project or self.new_project(),
            category=self.random.choice(CATEGORIES),
            amount=self.random.randrange(8, 120) * 25,
            currency=CURRENCY,
        )

    def project(self, client, bidders, start, days):
        """From the bids to the review. The first bidder wins."""
        project = self.new_project()
        for bidder in bidders:
            self.bid(bidder, start + self.minute(0, 36 * 60), project)
        self.engagement(
            client, bidders[0], project, start + 2 * DAY + self.minute(0, 24 * 60), days
        )

    def engagement(self, client, worker, project, start, days, payer=None, rating=None):
        amount = self.random.randrange(8, 120) * 25
        self.add(
            start,
            "award.granted",
            worker,
            project=project,
            client=client.account,
            amount=amount,
            currency=CURRENCY,
        )
        self.add(
            start + self.minute(5, 300),
            "message.sent",
            client,
            other_account=worker.account,
            channel="platform",
            project=project,
        )
        for day in range(days):
            evening = self.local(worker, (start - START).days + 1 + day, worker.first_hour + 9)
            if self.random.random() < 0.55:
                self.add(
                    evening + self.minute(0, 120),
                    "work.log",
                    worker,
                    project=project,
                    minutes=self.random.randrange(4, 24) * 15,
                )
        end = start + (days + 2) * DAY + self.minute(0, 300)
        payer = payer or {"kind": "card", "identifier": f"card-token-{client.account}"}
        self.add(
            end,
            "milestone.paid",
            worker,
            project=project,
            client=client.account,
            amount=amount,
            currency=CURRENCY,
            payer=payer,
        )
        self.add(
            end + self.minute(30, 900),
            "review.given",
            client,
            other_account=worker.account,
            rating=rating or self.random.choice([3, 4, 4, 4, 5, 5]),
            project=project,
        )
        if self.random.random() < 0.4:
            self.add(
                end + 2 * DAY,
                "payout.payment",
                worker,
                amount=amount,
                currency=CURRENCY,
                payout={"kind": worker.payee["kind"], "identifier": worker.payee["identifier"]},
                beneficiary={"country": worker.country, "type": "person"},
            )

    def clean_check(self, person):
        at = START + self.minute(0, DAYS * 24 * 60)
        self.add(
            at, "network.check", person, ip=person.home, port=3389, open=False, remote_session=False
        )

    def lines(self):
        """The export in the order of time, one JSON a line; it ends with the last day."""
        end = START + DAYS * DAY
        rows = [row for row in self.events if row[0] < end]
        rows.sort(key=lambda row: (row[0], json.dumps(row[1], sort_keys=True)))
        for number, (time, event) in enumerate(rows, 1):
            row = {"id": f"e{number:05d}", "time": time.strftime("%Y-%m-%dT%H:%M:%SZ"), **event}
            yield json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
