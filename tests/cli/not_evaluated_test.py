"""sekisho scan: what lacks an event or a field is not evaluated, never clean."""

import json

import program

TIMES = [f"2026-04-01T00:{minute:02}:00Z" for minute in range(4)]


class NotEvaluated(program.ProgramTest):
    def reasons(self, events):
        lines = [json.dumps({"time": time, **event}) for time, event in zip(TIMES, events)]
        self.write("events.ndjson", "\n".join(lines) + "\n")
        text = self.succeed("scan", "--format", "ndjson", "events.ndjson")
        return json.loads(text.splitlines()[-1])["not_evaluated"]

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
            self.assertRegex(text, words + r" +A18, B01")


if __name__ == "__main__":
    program.main()
