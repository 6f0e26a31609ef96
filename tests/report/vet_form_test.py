"""The form of `sekisho vet --init … --format html` in a real browser: what it writes is vetted."""

import json
import os
import pathlib
import random
import re
import subprocess
import tempfile
import unittest

import pages
from pages import CONTRAST
from random_candidate import Maker

LISTS_WITH_NOTHING = {"requests", "approaches", "meetings", "shipments"}


def run(*arguments):
    """(status, standard output, standard error) of the program."""
    env = {**os.environ, "LANG": "C.UTF-8"}
    command = [pages.program, *arguments]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False, env=env)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Form(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        for audience in ("client", "employer"):
            status, _, err = run("vet", "--init", audience, "--format", "html",
                                 "-o", cls.folder / f"{audience}.html")  # fmt: skip
            assert status == 0, err

    def setUp(self):
        downloads = tempfile.TemporaryDirectory()
        self.addCleanup(downloads.cleanup)
        self.downloads = pathlib.Path(downloads.name)
        pages.shown.accept_downloads(self.downloads)
        pages.shown.prefer(prefers_color_scheme="light", prefers_reduced_motion="reduce")
        pages.shown.resize(1280, 900)
        self.open("client")

    def open(self, audience):
        pages.shown.open(self.folder / f"{audience}.html")

    def value(self, expression):
        return pages.shown.evaluate(expression)

    def click(self, selector):
        self.value(f"document.querySelector({json.dumps(selector)}).click()")

    def saved(self):
        """The file that the browser wrote."""
        refused = self.value("document.querySelector('#save').innerText")
        self.assertEqual(self.value("document.querySelectorAll('.summary li').length"), 0, refused)
        pages.shown.downloaded()
        (path,) = self.downloads.iterdir()
        self.assertEqual(path.suffix, ".json")
        return path

    def load(self, path):
        pages.shown.choose_files("#start input[type=file]", [path])
        self.value(
            "new Promise((done) => {"
            " const told = document.querySelector('.told');"
            " const look = () => told.innerText && done();"
            " new MutationObserver(look).observe(told, {childList: true, subtree: true});"
            " look(); })"
        )

    def vet(self, path, *options):
        status, out, err = run("vet", path, "--format", "json", *options)
        self.assertEqual(status, 0, err)
        self.assertEqual(err, "")
        return json.loads(out)

    # -- what the form knows -------------------------------------------------------------------

    def test_every_field_of_the_reader_is_there_and_no_other(self):
        """The description comes from the reader; nothing of it is lost on the way to the page."""
        data = json.loads(self.value("document.getElementById('data').textContent"))

        def paths(fields):
            for field in fields:
                yield field["path"]
                yield from paths(field.get("fields", []))

        for _ in range(2):  # lists, and the lists inside of their rows
            self.value("document.querySelectorAll('button.add').forEach((one) => one.click())")
        shown = set(self.value(
            "[...document.querySelectorAll('[data-path]')].map((one) => one.dataset.path)"
        ))  # fmt: skip
        self.assertEqual(set(paths(data["fields"])) - shown, {"format", "answers.question"})
        self.assertEqual(shown - set(paths(data["fields"])), set())
        unnamed = self.value(
            "[...document.querySelectorAll('input, select, textarea')].filter((one) =>"
            " !one.hidden && !one.labels?.length && !one.ariaLabel).map((one) => one.outerHTML)"
        )
        self.assertEqual(unnamed, [])
        self.assertEqual(pages.shown.problems(), [])

    def test_every_question_of_the_questionnaires_is_there(self):
        ids = set()
        for path in (pages.ROOT / "questionnaires").rglob("*.yml"):
            ids |= set(re.findall(r"- id: (Q\w+)", path.read_text(encoding="utf-8")))
        shown = "[...document.querySelectorAll('[data-question]')]"
        self.assertEqual(set(self.value(f"{shown}.map((one) => one.dataset.question)")), ids)
        hidden = (f"{shown}.filter((one) => !one.checkVisibility())"
                  ".map((one) => one.dataset.question)")  # fmt: skip
        self.assertEqual(set(self.value(hidden)), {"Q11", "Q17"})
        self.open("employer")
        self.assertEqual(set(self.value(hidden)), {"Q11", "Q17"})
        self.click("#fill-example")  # claims a language at native level
        self.assertEqual(set(self.value(hidden)), {"Q17"})
        self.value(
            "(() => { const stage = document.querySelector('[data-path=stage] select');"
            " stage.value = 'engaged';"
            " stage.dispatchEvent(new Event('input', {bubbles: true})); })()"
        )
        self.assertEqual(set(self.value(hidden)), set())

    # -- what it writes ------------------------------------------------------------------------

    def test_the_examples_come_back_as_they_went_in(self):
        for audience in ("client", "employer"):
            with self.subTest(audience):
                self.open(audience)
                self.click("#fill-example")
                self.click("#save-file")
                path = self.saved()
                _, example, _ = run("vet", "--init", audience)
                self.assertEqual(json.loads(path.read_text(encoding="utf-8")), json.loads(example))
                self.assertEqual(self.vet(path)["findings"], [])
                path.unlink()

    def test_a_file_with_every_field_comes_back(self):
        full = json.loads((pathlib.Path(__file__).parent / "full_candidate.json").read_text())
        path = self.folder / "full.json"
        path.write_text(json.dumps(full), encoding="utf-8")
        self.vet(path, "--as-of", "2026-05-01T00:00:00Z")
        self.load(path)
        self.assertEqual(self.value("document.querySelector('.told').innerText.trim()"),
                         "full.json is open.")  # fmt: skip
        self.click("#save-file")
        self.assertEqual(json.loads(self.saved().read_text(encoding="utf-8")), full)

    def test_any_file_that_the_reader_takes_comes_back(self):
        fields = json.loads(self.value("document.getElementById('data').textContent"))
        made = 0
        for seed in range(25):
            maker = Maker(random.Random(seed), fields)
            content = maker.file()
            path = self.folder / f"random{seed}.json"
            path.write_text(json.dumps(content), encoding="utf-8")
            status, _, err = run("vet", path)
            self.assertEqual(status, 0, err)
            self.open("client")
            self.load(path)
            self.click("#save-file")
            saved = self.saved()
            self.assertEqual(json.loads(saved.read_text(encoding="utf-8")), content, seed)
            saved.unlink()
            made += len(json.dumps(content))
        self.assertGreater(made, 25_000)

    def keys(self, text):
        for letter in text:
            pages.shown.press(letter, text=letter)

    def tab_to(self, path, last=False):
        """Presses Tab until the field has the focus."""
        for _ in range(600):
            pages.shown.press("Tab")
            here = self.value(
                "document.activeElement.closest('[data-path]')?.dataset.path || "
                "document.activeElement.id || document.activeElement.textContent"
            )
            if here == path:
                return
        self.fail(f"Tab never came to {path}")

    def test_is_filled_in_by_keyboard(self):
        write = pages.shown.write_text
        self.tab_to("id")
        write("c-17")
        self.tab_to("role_id")
        write("backend-2026")
        self.tab_to("jurisdiction")
        self.keys("J")
        self.tab_to("as_of")
        self.keys("041020260900AM")
        self.tab_to("claims.names")
        pages.shown.press("Enter", text="\r")
        self.assertEqual(
            self.value("document.activeElement.closest('[data-path]').dataset.path"),
            "claims.names.value",
        )
        write("山本翔太")
        self.tab_to("claims.residence.country")
        self.keys("JP")
        self.tab_to("payout")
        pages.shown.press("Enter", text="\r")
        self.keys("bank")
        self.tab_to("payout.holder")
        write("ﾓﾘ ｹﾝｼﾞ")
        self.tab_to("requests")
        pages.shown.press(" ", code="Space", text=" ")  # looked, and there was nothing
        self.tab_to("save-file")
        pages.shown.press("Enter", text="\r")
        path = self.saved()
        self.assertEqual(path.name, "c-17.json")
        content = json.loads(path.read_text(encoding="utf-8"))
        self.assertRegex(content.pop("as_of"), r"^2026-04-10T09:00:00[+-]\d\d:\d\d$")
        self.assertEqual(content, {
            "format": "sekisho.candidate/1", "id": "c-17", "role_id": "backend-2026",
            "audience": "client", "jurisdiction": "JP",
            "claims": {"names": [{"value": "山本翔太"}], "residence": {"country": "JP"}},
            "payout": [{"kind": "bank", "holder": "ﾓﾘ ｹﾝｼﾞ"}], "requests": [],
        })  # fmt: skip
        report = self.vet(path)
        self.assertEqual([one["indicator"] for one in report["findings"]], ["A02"])
        self.assertNotIn("D02", [one["id"] for one in report["not_evaluated"]])

    # -- what it refuses -----------------------------------------------------------------------

    def problems(self):
        """Presses save; path → message of each field that has one."""
        self.click("#save-file")
        return dict(self.value(
            "[...document.querySelectorAll('.problem:not([hidden])')].map((one) =>"
            " [one.closest('[data-path]').dataset.path, one.innerText.slice(2)])"
        ))  # fmt: skip

    def test_says_beside_the_field_what_is_missing(self):
        found = self.problems()
        self.assertEqual(set(found), {"id", "role_id", "jurisdiction", "as_of"})
        self.assertEqual(found["id"], "This is required.")
        summary = "document.activeElement.className"
        self.assertEqual(self.value(summary), "summary")
        self.assertEqual(self.value("document.querySelectorAll('.summary li').length"), 4)
        self.click(".summary li button")
        self.assertEqual(
            self.value("document.activeElement.closest('[data-path]').dataset.path"), "id"
        )
        self.assertEqual(self.value("document.activeElement.getAttribute('aria-invalid')"), "true")
        describing = self.value(
            "document.activeElement.getAttribute('aria-describedby').split(' ')"
            ".map((id) => document.getElementById(id).innerText).join(' ')"
        )
        self.assertIn("This is required.", describing)
        for code, text in (("ja", "入力が必要です。"), ("ko", "반드시 입력해야 합니다.")):
            self.click(f"[data-language={code}]")
            shown = "document.querySelector('[data-path=id] .problem').innerText"
            self.assertIn(text, self.value(shown))
        self.assertEqual(list(self.downloads.iterdir()), [])

    def test_refuses_what_the_reader_refuses(self):
        """Each mistake: the program refuses the file, and the form that opened it says so."""
        self.click("#fill-example")
        self.click("#save-file")
        path = self.saved()
        good = json.loads(path.read_text(encoding="utf-8"))
        check = {"measure": "M24", "subject": "Example Works", "by": "R",
                 "at": "2026-04-06T10:00:00+09:00"}  # fmt: skip
        answer = {"question": "Q08", "by": "R", "at": "2026-04-06T10:00:00+09:00"}
        def claims(**change):
            return {"claims": change}

        hours = {"tz": "Asia/Tokyo", "from": "09:00", "to": "18:00"}
        override = {"gate": "ship", "by": "R", "reason": "r", "at": check["at"]}
        mistakes = {
            "claims.birth_year": claims(birth_year=1800),
            "claims.hours.from": claims(hours={**hours, "from": "9"}),
            "claims.hours.tz": claims(hours={**hours, "tz": "Tokyo"}),
            "claims.hours.to": claims(hours={"tz": "Asia/Tokyo", "from": "09:00"}),
            "claims.employers.to": claims(employers=[{"name": "A", "to": "2015-13"}]),
            "claims.employers.from": claims(employers=[{"name": "A", "from": "2016-13"}]),
            "claims.employers.name": claims(employers=[{"from": "2016"}]),
            "profiles.fields.education.to": {"profiles": [{"site": "s", "fields": {
                "education": [{"school": "A", "from": "2016-04", "to": "2016-00"}]}}]},
            "documents.check.by": {"documents": [{"type": "p", "check": {"method": "image",
                                                                         "result": "forged"}}]},
            "documents.number": {"documents": [{"type": "My_number_card ",
                                                "number": "1234-5678-9019"}]},
            "documents.number_hash": {"documents": [{"type": "passport",
                                                     "number_hash": "TK1234567"}]},
            "payout.account_hash": {"payout": [{"kind": "bank", "account_hash": "0001-001-12"}]},
            "profiles.photo_hash": {"profiles": [{"site": "s", "photo_hash": "portrait.jpg"}]},
            "checks.reason": {"checks": [{**check, "state": "not_applicable"}]},
            "checks.result": {"checks": [{**check, "state": "done"}]},
            "checks.by": {"checks": [{**check, "state": "in_progress", "by": "Mihon Hanako"}]},
            "checks.second": {"checks": [{**check, "state": "waived", "reason": "r",
                                          "second": "R"}]},
            "overrides.second": {"overrides": [{**override, "second": "r "}]},
            "overrides.by": {"overrides": [{**override, "by": "見本 花子", "second": "S"}]},
            "explanations.accepted_by": {"explanations": [{
                "about": "A02", "asked_at": check["at"], "accepted_by": "Candidate-1"}]},
            "answers.by": {"answers": [{"question": "Q03", "value": "yes", "by": "候補者",
                                        "at": check["at"]}]},
            "work.messages_ms": {"work": {"messages_ms": [99999999999999]}},
            "answers.evidence_sha256": {"answers": [{**answer, "value": "confirmed"}]},
            "answers.value": {"answers": [answer]},
        }  # fmt: skip
        for field, change in mistakes.items():
            with self.subTest(field):
                path.write_text(json.dumps({**good, **change}), encoding="utf-8")
                status, _, err = run("vet", path)
                self.assertEqual(status, 1, "the program takes it")
                self.open("client")
                self.load(path)
                self.assertIn(field, self.problems(), err)

    def test_what_it_cannot_take_is_named(self):
        path = self.folder / "odd.json"
        path.write_text(json.dumps({
            "format": "sekisho.candidate/1", "id": "c", "claims": {"nationality": "x"},
            "birthplace": "y", "requests": [{"kind": "gift"}],
            "answers": [{"question": "Q99", "value": "yes"}],
        }), encoding="utf-8")  # fmt: skip
        self.load(path)
        told = self.value("document.querySelector('.told').innerText")
        for pointer in ("/claims/nationality", "/birthplace", "/requests/0/kind", "/answers/0"):
            self.assertIn(pointer, told)
        for text, said in (("{", "is not JSON"), ("[]", "no candidate file")):
            path.write_text(text, encoding="utf-8")
            self.open("client")
            self.load(path)
            self.assertIn(said, self.value("document.querySelector('.told').innerText"))

    # -- how it behaves ------------------------------------------------------------------------

    def test_keeps_what_is_typed_in_every_language(self):
        self.value("document.querySelector('[data-path=id] input').focus()")
        pages.shown.write_text("c-1")
        self.click("[data-path=payout] .add")
        seen = set()
        for code in ("ja", "ko", "en"):
            self.click(f"[data-language={code}]")
            self.assertEqual(self.value("document.querySelector('[data-path=id] input').value"),
                             "c-1")  # fmt: skip
            text = self.value("document.body.innerText")
            self.assertNotRegex(text, r"undefined|NaN|\$\d|\[object")
            seen.add(self.value("document.querySelector('[data-path=payout] legend').innerText"))
        self.assertEqual(seen, {"受取口座 1", "정산 계좌 1", "Payout account 1"})

    def test_asks_for_nothing_and_keeps_nothing(self):
        self.click("#fill-example")
        self.click("#save-file")
        self.saved()
        outside = [one for one in pages.shown.requests()
                   if not one.startswith(("file:", "data:image/svg+xml;base64,", "blob:null/"))]
        self.assertEqual(outside, [])
        self.assertEqual(pages.shown.problems(), [])
        self.assertEqual(self.value("localStorage.length + sessionStorage.length"), 0)
        self.assertEqual(self.value("document.cookie"), "")
        blocked = self.value(
            "fetch('https://example.com/').then(() => 'sent', (error) => 'refused')"
        )
        self.assertEqual(blocked, "refused")
        refusals = [one for one in pages.shown.problems() if "Content Security Policy" in one]
        self.assertNotEqual(refusals, [])

    def test_fits_phone_and_desk_in_both_schemes(self):
        for width in (360, 1280):
            for scheme in ("light", "dark"):
                pages.shown.prefer(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
                pages.shown.resize(width, 900)
                self.open("employer")
                self.click("#fill-example")
                self.value("document.querySelectorAll('details').forEach((one) => one.open = true)")
                self.value("document.querySelector('[data-path=id] input').value = ''")
                self.click("#save-file")
                for language in ("en", "ja", "ko"):
                    self.click(f"[data-language={language}]")
                    self.assertLessEqual(
                        self.value("document.documentElement.scrollWidth"), width, language
                    )
                    self.assertEqual(self.value(CONTRAST), [], scheme)

    def test_has_landmarks_and_headings(self):
        self.click("#fill-example")
        for selector in ("header", "nav[aria-label]", "main", "h1"):
            self.assertEqual(
                self.value(f"document.querySelectorAll({json.dumps(selector)}).length"), 1, selector
            )
        levels = self.value(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5')].filter((h) => h.checkVisibility())"
            ".map((h) => +h.tagName[1])"
        )
        self.assertLessEqual(max(b - a for a, b in zip(levels, levels[1:])), 1)
        ids = self.value("[...document.querySelectorAll('[id]')].map((one) => one.id)")
        self.assertEqual(len(ids), len(set(ids)))


if __name__ == "__main__":
    pages.main()
