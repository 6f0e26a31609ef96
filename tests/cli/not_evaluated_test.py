"""sekisho scan: what lacks an event or a field is not evaluated, never clean."""

import json

import program

TIMES = [f"2026-04-01T00:{minute:02}:00Z" for minute in range(4)]


class NotEvaluated(program.ProgramTest):
    def assessed(self, events):
        lines = [json.dumps({"time": time, **event}) for time, event in zip(TIMES, events)]
        self.write("events.ndjson", "\n".join(lines) + "\n")
        text = self.succeed("scan", "--format", "ndjson", "events.ndjson")
        return json.loads(text.splitlines()[-1])

    def reasons(self, events):
        return self.assessed(events)["not_evaluated"]

    def test_events_without_the_field_that_is_counted(self):
        sign_in = {"type": "session.start", "account": "u1"}
        reasons = self.reasons([sign_in])
        self.assertIn("B01", reasons["field_missing"])
        self.assertIn("A03", reasons["no_events"])
        reasons = self.reasons([{**sign_in, "ip": "192.0.2.1"}])
        self.assertNotIn("B01", reasons["field_missing"] + reasons["no_events"])

    def test_one_event_with_the_field_is_enough(self):
        sign_in = {"type": "session.start", "account": "u1"}
        reasons = self.reasons([sign_in, {**sign_in, "ip": "192.0.2.1"}, sign_in])
        self.assertNotIn("B01", reasons["field_missing"] + reasons["no_events"])

    def test_the_summary_says_which(self):
        event = {"time": TIMES[0], "type": "session.start", "account": "u1"}
        self.write("events.ndjson", json.dumps(event) + "\n")
        for language, words in (("en", "Field missing"), ("ja", "項目なし"), ("ko", "항목 없음")):
            text = self.succeed("scan", "--lang", language, "events.ndjson")
            self.assertRegex(text, words + r" +B01, B02")

    def test_programs_learn_what_to_supply(self):
        assessed = self.assessed([{"type": "session.start", "account": "u1"}])
        self.assertEqual(assessed["missing_fields"]["B01"],
                         {"type": "session.start", "fields": ["ip"]})  # fmt: skip
        self.assertEqual(assessed["missing_events"]["A03"], ["document.submission"])

    def test_an_empty_value_is_none(self):
        sign_in = {"type": "session.start", "account": "u1"}
        for value in ("", None):
            self.assertIn("B01", self.reasons([{**sign_in, "ip": value}])["field_missing"])

    def test_events_without_the_sign_are_evaluated(self):
        events = [
            {"type": "account.registration", "account": "u1", "name": "Mina Placeholder"},
            {"type": "payout.account", "account": "u1", "payout.holder": "Mina Placeholder",
             "payout.kind": "bank", "payout.identifier": "DE89370400440532013000"},
        ]  # fmt: skip
        reasons = self.reasons(events)
        self.assertNotIn("A02", reasons["field_missing"] + reasons["no_events"])
        del events[1]["payout.holder"]
        self.assertIn("A02", self.reasons(events)["field_missing"])


if __name__ == "__main__":
    program.main()
