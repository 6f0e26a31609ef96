"""The report in a real browser: what a person sees, clicks and types."""

import json
import os
import pathlib
import tempfile
import unittest

import pages
from pages import CONTRAST, PLATFORM, assessments, make_report, role_of

LEVELS = ("context", "flag", "review", "urgent")
HOSTILE = {
    "account": 'u</script><script>document.title="taken"</script>',
    "device": '"><img src=x onerror=alert(1)>',
    "user_agent": "\u202efdp.exe \u200b<b>bold</b>",
    "session": "{subject} $0 ${1} `x`",
}


def hostile_events():
    lines = []
    for number in range(6):
        event = {"time": f"2026-04-01T00:{number:02}:00Z", "type": "session.start",
                 "id": f"</b>{number}", "ip": f"192.0.2.{number}", **HOSTILE}  # fmt: skip
        lines.append(json.dumps(event))
        lines.append(json.dumps({**event, "account": "o'k & <co>", "id": f"x{number}"}))
    for account in ("</title>", "a\u2028b", "-->"):
        event = {"time": "2026-04-01T01:00:00Z", "type": "document.submission", "account": account,
                 "id": "d" + account, "document": {"type": "passport", "number": "<i>77777</i>",
                                                   "issuer": "Example"}}  # fmt: skip
        lines.append(json.dumps(event))
    return "\n".join(lines) + "\n"


class Page:
    """What holds for every report; `page` is its path."""

    def setUp(self):
        pages.shown.prefer(prefers_color_scheme="light", prefers_reduced_motion="reduce")
        pages.shown.resize(1280, 900)
        pages.shown.open(self.page)

    def value(self, expression):
        return pages.shown.evaluate(expression)

    def count(self, selector):
        return self.value(f"document.querySelectorAll({json.dumps(selector)}).length")

    def text(self, selector):
        return self.value(f"document.querySelector({json.dumps(selector)}).innerText")

    def click(self, selector):
        self.value(f"document.querySelector({json.dumps(selector)}).click()")

    def open_everything(self):
        for _ in range(4):
            self.value(
                "document.querySelectorAll('.opener[aria-expanded=false]')"
                ".forEach((button) => button.click())"
            )

    def test_opens_without_complaint_and_asks_for_nothing(self):
        self.open_everything()
        self.assertEqual(pages.shown.problems(), [])
        self.assertEqual([a for a in pages.shown.requests() if not a.startswith("file:")], [])
        self.assertEqual(len(pages.shown.requests()), 1)
        self.assertNotRegex(self.page.read_text(encoding="utf-8"), r"(?i)(src|href)=\"?https?:")

    def test_changes_the_language_in_place(self):
        self.click("#queue .opener")
        name = self.text("#queue .name")
        for code, heading in (("ja", "概要"), ("ko", "요약"), ("en", "Summary")):
            self.click(f"[data-language={code}]")
            self.assertEqual(self.text("#summary-title"), heading)
            self.assertEqual(self.value("document.documentElement.lang"), code)
            self.assertEqual(self.text("#queue .name"), name)
            self.assertEqual(self.count("#queue .inside:not([hidden])"), 1)
            pressed = "document.querySelector('[aria-pressed=true]').lang"
            self.assertEqual(self.value(pressed), code)
            self.assertNotEqual(self.text("[aria-live=polite]"), "")
        self.assertEqual(pages.shown.problems(), [])

    def test_can_be_used_with_the_keyboard(self):
        pages.shown.press("Tab")
        self.assertEqual(self.value("document.activeElement.className"), "skip")
        seen = set()
        for _ in range(40):
            pages.shown.press("Tab")
            seen.add(self.value(
                "document.activeElement.closest('header, nav, section')?.tagName"
                " + ' ' + (document.activeElement.dataset.language || '')"
            ))  # fmt: skip
        self.assertLessEqual({"HEADER en", "HEADER ja", "HEADER ko", "NAV ", "SECTION "}, seen)
        self.value("document.querySelector('#queue .opener').focus()")
        pages.shown.press("Enter", text="\r")
        opened = "document.activeElement.getAttribute('aria-expanded')"
        self.assertEqual(self.value(opened), "true")
        pages.shown.press(" ", code="Space", text=" ")
        self.assertEqual(self.value(opened), "false")

    def test_search_says_how_many_it_found(self):
        name = self.text("#queue .name")
        self.value("document.querySelector('#find').focus()")
        pages.shown.write_text(name)
        self.assertEqual(self.count("#queue .card"), 1)
        self.assertEqual(self.text("#queue [role=status]"), "1 account")
        pages.shown.write_text("nobody has this name")
        self.assertIn("No account", self.text("#queue [role=status]"))

    def test_has_landmarks_headings_and_heads_of_tables(self):
        self.open_everything()
        for selector in ("header", "nav[aria-label]", "main", "h1"):
            self.assertEqual(self.count(selector), 1, selector)
        levels = json.loads(self.value(
            "JSON.stringify([...document.querySelectorAll('h1,h2,h3,h4,h5')]"
            ".filter((h) => h.checkVisibility()).map((h) => +h.tagName[1]))"
        ))  # fmt: skip
        steps = [after - before for before, after in zip(levels, levels[1:])]
        self.assertLessEqual(max(steps), 1)
        self.assertEqual(self.count("table:not(:has(caption))"), 0)
        self.assertEqual(self.count("thead th:not([scope=col])"), 0)
        self.assertEqual(self.count("tbody tr:not(:has(th[scope=row]))"), 0)
        self.assertEqual(self.count("svg:not([role=img]):not([aria-hidden])"), 0)
        self.assertEqual(self.count("label:not([for])"), 0)

    def test_fits_a_phone(self):
        pages.shown.resize(360, 800)
        pages.shown.open(self.page)
        self.open_everything()
        for code in ("en", "ja", "ko"):
            self.click(f"[data-language={code}]")
            self.assertLessEqual(self.value("document.documentElement.scrollWidth"), 360)
            wide = self.value(
                "[...document.querySelectorAll('.scroll')].filter((part) => part.checkVisibility()"
                " && part.scrollWidth > part.clientWidth + 1).map((part) => part.ariaLabel)"
            )
            self.assertEqual(wide, [], "tables that must be pushed aside to be read")

    def test_contrast_is_enough_in_both_schemes(self):
        for scheme in ("light", "dark"):
            pages.shown.prefer(prefers_color_scheme=scheme)
            pages.shown.open(self.page)
            self.click("#queue .opener")
            self.click("#groups .opener")
            low = self.value(CONTRAST)
            self.assertEqual(low, [], scheme)

    def test_prints_what_is_open(self):
        with tempfile.TemporaryDirectory() as folder:
            self.click("#queue .opener")
            pages.shown.pdf(f"{folder}/a.pdf")
            self.assertGreater(os.path.getsize(f"{folder}/a.pdf"), 10_000)


class Sample(Page, unittest.TestCase):
    """The report of the sample platform."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.page = make_report(folder.name, PLATFORM)
        cls.assessments = assessments(PLATFORM)
        cls.order = [(one["assessment"], one["level"]) for one in cls.assessments]

    def test_names_accounts_groups_and_reasons(self):
        self.assertIn("Signs listed by public notices", self.text(".lead"))
        self.assertGreater(self.count("#queue .card"), 5)
        self.click("#queue .opener")
        for heading in ("made the level", "What would clear it", "What the notices recommend"):
            self.assertIn(heading, self.text("#queue .inside"))
        self.open_everything()
        for heading in ("What the sign means", "Who published it", "Harmless reasons"):
            self.assertIn(heading, self.text("#queue .inside"))
        self.assertGreater(self.count("#queue .events tbody tr"), 0)
        self.assertGreater(self.count("#groups .matrix td .shape"), 1)
        self.assertGreater(self.count("#groups .matrix td.through, #groups .matrix td.to"), 0)
        self.assertGreater(self.count("#groups .inside table tbody tr"), 0)
        self.assertIn("Not evaluated", self.text("#unevaluated"))
        self.assertGreater(self.count("#unevaluated tbody tr"), 20)

    def test_the_keyboard_leads_from_a_level_to_its_accounts_and_their_group(self):
        self.value("document.querySelector('[data-level=\"2\"]').focus()")
        pages.shown.press("Enter", text="\r")
        self.assertEqual(self.value("document.activeElement.id"), "queue-title")
        for _ in range(60):
            pages.shown.press("Tab")
            if "opener" in self.value("document.activeElement.className"):
                break
        pages.shown.press("Enter", text="\r")
        for _ in range(60):
            pages.shown.press("Tab")
            if self.value("document.activeElement.closest('.neighbours p') !== null"):
                break
        pages.shown.press("Enter", text="\r")
        group = "document.activeElement.closest('#groups .card').querySelector('.inside').hidden"
        self.assertIs(self.value(group), False)

    def test_measures_stand_with_their_texts(self):
        self.click("#queue .opener")
        self.click("#queue .steps li button")
        code = self.text("#queue .steps li .code")
        opened = "document.querySelector('#measuresToTake .inside:not([hidden])')"
        self.assertIn("How", self.value(opened + ".innerText"))
        self.assertIn("Who published it", self.value(opened + ".innerText"))
        self.assertIn(code, self.value(opened + ".parentNode.innerText"))

    def test_no_phrase_is_missing_in_any_language(self):
        for code in ("en", "ja", "ko"):
            self.click(f"[data-language={code}]")
            self.open_everything()
            text = self.text("main")
            for mark in ("undefined", "[object", "NaN", "$0", "$1", "{subject}", "{value}"):
                self.assertFalse(mark in text, mark)

    def test_places_in_documents_are_cited_in_the_language_of_the_reader(self):
        data = json.loads(self.value("document.getElementById('data').textContent"))
        cited = [*data["indicators"], *data["measures"].values()]
        places = [place for one in cited for _, place, *_ in one.get("sources", [])]
        self.assertGreater(len(places), 20)
        for index, code in enumerate(("en", "ja", "ko")):
            self.click(f"[data-language={code}]")
            self.open_everything()
            text = self.text("main")
            self.assertTrue(any(place[index] in text for place in places), code)
            for other in {0, 1, 2} - {index}:
                self.assertEqual([one for one in places if one[index] == one[other]], [])

    def test_the_queue_is_the_order_of_the_assessment(self):
        self.assertEqual(self.queue(), [name for name, level in self.order if level != "context"])
        for level in ("urgent", "review", "flag", "context"):
            number = sum(1 for _, other in self.order if other == level)
            self.assertIn(str(number), self.text(f"[data-level='{LEVELS.index(level)}']"))

    def queue(self):
        while self.value("!document.querySelector('#queue .more').hidden"):
            self.click("#queue .more")
        return self.value("[...document.querySelectorAll('#queue .name')].map(n => n.innerText)")

    def test_filters_by_level_class_and_sign(self):
        self.click("[data-level='1']")
        flagged = [name for name, level in self.order if level == "flag"]
        self.assertEqual(self.queue(), flagged)
        self.assertIn("levels that are not shown", self.text("#queue [role=status]"))
        self.click("#queue [role=status] button")
        self.assertEqual(self.queue(), [name for name, _ in self.order])
        for select, one in (("#kind", "network"), ("#sign", "B01")):
            self.value(
                f"(s => {{ s.value = '{one}'; s.dispatchEvent(new Event('change')); }})"
                f"(document.querySelector('{select}'))"
            )
        names = self.queue()
        self.assertGreater(len(names), 0)
        wanted = [
            one["assessment"]
            for one in self.assessments
            if "B01" in [sign["indicator"] for sign in one["contributions"]]
            and "network" in one["classes"] + one["proxy_classes"]
        ]
        self.assertEqual(names, wanted)

    def test_each_contribution_says_what_became_of_it(self):
        self.click("#level-0")
        self.queue()
        self.open_everything()
        cards = self.value(
            "[...document.querySelectorAll('#queue .card')].map((card) => "
            "[...card.querySelectorAll('.sign')].map((sign) => "
            "[sign.querySelector('.code').innerText, sign.querySelector('.role').innerText]))"
        )
        for account, signs in zip(self.assessments, cards):
            shown = [[one["indicator"], role_of(one)] for one in account["contributions"]]
            self.assertEqual(signs, shown, account["assessment"])

    def test_says_who_is_linked_to_a_case(self):
        self.queue()
        tagged = self.value(
            "[...document.querySelectorAll('#queue .card')].filter((card) =>"
            " [...card.querySelectorAll('.opener .tag')]"
            ".some((tag) => tag.innerText === 'linked to a case'))"
            ".map((card) => card.querySelector('.name').innerText)"
        )
        linked = [one["assessment"] for one in self.assessments
                  if one["linked"] and one["level"] != "context"]  # fmt: skip
        self.assertEqual(tagged, linked)

    def test_exemptions_stand_with_who_and_why(self):
        exempted = [one["assessment"] for one in self.assessments
                    if "exempted" in [sign["role"] for sign in one["contributions"]]]  # fmt: skip
        self.assertGreater(len(exempted), 0)
        self.click("#level-0")
        self.value("document.querySelector('#find').focus()")
        pages.shown.write_text(exempted[0])
        self.click("#queue .opener")
        self.open_everything()
        text = self.text("#queue .exemption")
        self.assertRegex(text, r"address 203\.0\.113\.1 \(B02\) – r-01: .+2026-10-01")
        self.assertIn("in force", self.text("#setAside"))

    def test_folded_parts_of_open_accounts_are_printed(self):
        self.click("#queue .opener")
        folded = (
            "[...document.querySelectorAll('#queue .inside [aria-expanded=false]')]"
            ".filter((button) => button.checkVisibility()).length"
        )
        before = self.value(folded)
        self.assertGreater(before, 0)
        self.value("window.dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(self.value(folded), 0)
        self.value("window.dispatchEvent(new Event('afterprint'))")
        self.assertEqual(self.value(folded), before)


OWN_RULES = """\
title: A session starts
name: own_base
logsource: {product: sekisho, category: session}
detection:
  start: {type: session.start}
  condition: start
---
title: Three <b>sign-ins</b> of one account
name: own_sign
level: high
correlation:
  type: event_count
  rules: [own_base]
  group-by: [account]
  timespan: 1h
  condition: {gte: 3}
"""


class OwnRules(unittest.TestCase):
    """Rules without an indicator, and records in which nothing is found."""

    def report(self, folder, *options):
        events = pathlib.Path(folder) / "events.ndjson"
        lines = (
            {"time": f"2026-04-01T09:{minute}:00Z", "type": "session.start", "account": "u1"}
            for minute in (10, 20, 30)
        )
        events.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        pages.shown.open(make_report(folder, events, *options))
        self.assertEqual(pages.shown.problems(), [])
        return pages.shown.evaluate("document.querySelector('main').innerText")

    def test_a_rule_of_ones_own_stands_in_the_queue_and_among_the_signs(self):
        with tempfile.TemporaryDirectory() as folder:
            rules = pathlib.Path(folder) / "own.yml"
            rules.write_text(OWN_RULES, encoding="utf-8")
            text = self.report(folder, "--indicators", rules)
            self.assertEqual(text.count("Three <b>sign-ins</b> of one account"), 2)
            pages.shown.evaluate("document.querySelector('#queue .opener').click()")
            self.assertIn("own rules", pages.shown.evaluate(
                "document.querySelector('#queue .sign').innerText"))  # fmt: skip

    def test_nothing_found_is_said_and_what_was_not_evaluated(self):
        with tempfile.TemporaryDirectory() as folder:
            text = self.report(folder)
            self.assertIn("No listed sign was seen in these records", text)
            self.assertIn("neither present nor absent", text)


class Hostile(Page, unittest.TestCase):
    """The same page made of names that try to be markup."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        events = pathlib.Path(folder.name) / "events.ndjson"
        events.write_text(hostile_events(), encoding="utf-8")
        cls.page = make_report(folder.name, events)

    def test_names_accounts_groups_and_reasons(self):
        self.open_everything()
        text = self.text("body")
        for name in (HOSTILE["account"], "o'k & <co>", "a⟨U+2028⟩b", "••••", "</b>3"):
            self.assertTrue(name in text, name)
        self.assertFalse("77777" in text, "the number of a document stands in full")

    def test_stays_text(self):
        self.open_everything()
        self.assertEqual(self.value("document.title"), "Sekisho report")
        self.assertEqual(self.count("main img, main script, main b, main i, main iframe"), 0)
        self.assertEqual(self.count("script"), 2)
        source = self.page.read_text(encoding="utf-8")
        self.assertEqual(source.count("</script>"), 2)
        self.assertNotIn("\u202e", source)


if __name__ == "__main__":
    pages.main()
