"""Random candidate files, for the test of the form."""


class Maker:
    """Random candidate files that the reader takes, made from the list of fields."""

    TEXTS = ("a", " b  ", "改行\n二行目", "<b>\"&'", "0", "null", "\u3000", "가나다", "x" * 300)
    TIMES = (
        "2026-04-01T09:00:00+09:00",
        "1999-12-31t23:59:59.123456Z",
        "2026-04-01 09:00:00-03:30",
        "2026-04-01T09:00:00.5+00:00",
        "2026-02-28T00:00:00+14:00",
    )

    def __init__(self, chance, data):
        self.chance = chance
        self.data = data

    def value(self, field):
        pick = self.chance.choice
        kind = field["kind"]
        if kind == "object":
            return self.members(field)
        if kind == "objects":
            return [self.members(field) for _ in range(self.chance.randrange(1, 3))]
        if field["path"] == "checks.measure":
            return pick(self.data["measures"])[0]
        if field["path"] == "explanations.about":
            return pick(self.data["indicators"])[0]
        if field["path"] == "payout.account_hash":
            return pick(("0a9F" * 8, "account-1", "**** 1234"))
        if field["key"].endswith("_hash"):
            return pick(("0a9F" * 8, "00112233-4455-6677-8899-aabbccddeeff"))
        words = [word for word, _ in field.get("words", [])]
        return {
            "text": lambda: pick(self.TEXTS),
            "word": lambda: pick(words),
            "country": lambda: pick(("JP", "KR", "XK", "ZZ")),
            "zone": lambda: pick(("Asia/Tokyo", "UTC", "America/Argentina/Ushuaia")),
            "day": lambda: pick(("1951-02-28", "2024-02-29", "2199-12-31")),
            "sha256": lambda: pick("0a9f") * 64,
            "time": lambda: pick(self.TIMES),
            "month": lambda: "2016-04",
            "count": lambda: self.chance.randint(field["least"], field["most"]),
            "boolean": lambda: pick((True, False)),
            "clock": lambda: pick(("00:00", "09:30", "24:00")),
            "amount": lambda: pick((0, 0.25, 12, 999999)),
            "texts": lambda: [pick(("a", "b c", "改"))] * self.chance.randrange(1, 3),
            "words": lambda: self.chance.sample(words, self.chance.randrange(1, len(words))),
            "counts": lambda: [self.chance.randint(0, field["most"]) for _ in range(3)],
        }[kind]()

    def members(self, field):
        made = {
            one["key"]: self.value(one)
            for one in field["fields"]
            if one.get("required") or self.chance.random() < 0.5
        }
        path = field["path"].replace("profiles.fields.", "claims.")
        for key in ("by", "second", "accepted_by"):
            if key in made:
                made[key] = "S" if key == "second" else "R"  # never the candidate
        if path == "documents.check":
            made["by"] = "R"
        if path == "overrides" or made.get("state") in ("waived", "not_applicable"):
            made.update(by="R", second="S", reason="because")
        if path == "checks" and made["state"] == "done":
            made["result"] = "passed"
        elif path == "checks":
            made.pop("result", None)
        if path == "answers":
            item = self.chance.choice(
                [one for sheet in self.data["questionnaires"] for one in sheet["items"]]
            )
            made.update(question=item["id"], value=self.chance.choice(item["answers"]),
                        evidence_sha256="0" * 64)  # fmt: skip
        first = field["fields"][0]  # an object without anything is left out when it is saved
        return made or {first["key"]: self.value(first)}

    def file(self):
        content = {}
        for field in self.data["fields"]:
            if field.get("required") or self.chance.random() < 0.7:
                content[field["key"]] = self.value(field)
        content.update(format="sekisho.candidate/1", id="c-1", as_of=self.TIMES[0])
        return content
