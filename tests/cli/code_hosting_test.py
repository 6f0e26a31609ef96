"""Accounts and commits of a code host, as tables, to the indicators of code hosting."""

import json

import program

ACCOUNTS = """Account,Login,Created at,Name,Email
u1,ada-codes,2026-01-10T00:00:00Z,Ada Sample,ada@example.com
u2,bob-codes,2015-01-10,Bob Other,bob@example.org
u3,cem-codes,2026-01-05,Cem Third,cem@example.com
"""
REGISTERED = [
    {"id": f"r{i}", "time": "2026-01-15T00:00:00Z", "type": "account.registration", **person}
    for i, person in enumerate([
        {"account": "u1", "name": "Ada Sample", "email": "ada@example.com"},
        {"account": "u2", "name": "Bob Other", "email": "bob@example.org"},
        {"account": "u3", "name": "Cem Third", "email": "cem@example.com"},
    ])
]  # fmt: skip
COLUMNS = "Repository,Login,Commit,Tree,Author name,Author email,Author date,Committer date\n"
SIGNED = COLUMNS[:-1] + ",Committer email,Signing key\n"
KEY = "SHA256:exampleexampleexampleexampleexampleexample"


def commit(repository, login, commit_id, tree, name, email, year="2026"):
    author_date = f"{year}-02-01T10:00:00+09:00"
    return (
        f'"{repository}",{login},{commit_id},{tree},"{name}",{email},{author_date},'
        f"2026-02-0{1 + int(commit_id[1:]) % 9}T10:00:00+09:00\n"
    )


def signed(commit_row, committer, key=KEY):
    return f"{commit_row[:-1]},{committer},{key}\n"


class CodeHosting(program.ProgramTest):
    def found(self, commits, originals="", repositories=None, columns=COLUMNS):
        self.write("accounts_20260120.csv", ACCOUNTS)
        self.write("commits.csv", columns + commits)
        self.write("originals.csv", COLUMNS + originals)
        files = ["accounts_20260120.csv", "commits.csv", "originals.csv"]
        if repositories is not None:
            header = "Login,Repository,Size,Template\n"
            files.append(self.write("repositories_20260120.csv", header + repositories))
        self.out = self.succeed(
            "import", "--map", "code_hosting_tables", *files, "-o", "code.ndjson"
        )
        lines = "".join(json.dumps(event) + "\n" for event in REGISTERED)
        self.write("registered.ndjson", lines)
        text = self.succeed("scan", "--format", "ndjson", "registered.ndjson", "code.ndjson")
        self.lines = [json.loads(line) for line in text.splitlines()]
        return sorted(f"{f['rule']} {f['subject']['id']}" for f in self.lines if "finding" in f)

    def test_a_published_history_under_the_own_name(self):
        originals = "".join(
            commit("good/library", "bob-codes", f"o{i}", f"t{i}", "Bob Other", "bob@example.org")
            for i in range(6)
        )
        copied = "".join(
            commit("ada/library", "ada-codes", f"c{i}", f"t{i}", "Ada Sample", "ada@example.com")
            for i in range(6)
        )
        fork = "".join(
            commit("cem/library", "cem-codes", f"f{i}", f"t{i}", "Bob Other", "Bob@example.org")
            for i in range(6)
        )
        own = "".join(
            commit("good/library", "bob-codes", f"b{i}", f"t{i}", "Bob Other", "bob@example.org")
            for i in range(6)
        )
        self.assertEqual(self.found(copied + fork + own, originals), ["x31_copied u1 ada/library"])
        self.assertEqual(self.found(copied + fork + own), [])
        self.assertNotIn("originals 6", self.out)

    def test_old_commits_of_a_young_account(self):
        old = "".join(
            commit(f"ada/p{i}", "ada-codes", f"c{i}", f"t{i}", "Ada Sample", "ada@example.com",
                   "2020") + commit(f"bob/p{i}", "bob-codes", f"d{i}", f"u{i}", "Bob Other",
                                    "bob@example.org", "2020")
            for i in range(4)
        )  # fmt: skip
        self.assertEqual(
            self.found(old), ["x30_one_repository u1", "x30_several_repositories u1"]
        )

    def test_commits_of_somebody_else(self):
        other = "".join(
            commit("cem/app", "cem-codes", f"c{i}", f"t{i}", "Zed Unknown", "zed@example.net")
            for i in range(12)
        )
        self.assertEqual(self.found(other), ["x36_mostly_other u3"])

    def test_one_key_of_two_accounts_is_context_and_no_more(self):
        ada = commit("ada/app", "ada-codes", "c1", "t1", "Ada Sample", "ada@example.com")
        bob = commit("bob/app", "bob-codes", "c2", "t2", "Bob Other", "bob@example.org")
        fork = commit("cem/app", "cem-codes", "c3", "t1", "Ada Sample", "ada@example.com")
        picked = commit("cem/app", "cem-codes", "c4", "t4", "Cem Third", "cem@example.com")
        rows = signed(ada, "ada@example.com") + signed(fork, "ada@example.com")
        rows += signed(picked, "ada@example.com")
        self.assertEqual(self.found(rows, columns=SIGNED), [])
        rows += signed(bob, "bob@example.org")
        self.assertEqual(self.found(rows, columns=SIGNED), [f"x32_shared_key {KEY}"])
        self.assertEqual([f["level"] for f in self.lines if "finding" in f], ["context"])
        levels = {line["assessment"]: line["level"] for line in self.lines if "assessment" in line}
        self.assertEqual(levels, {"u1": "context", "u2": "context"})

    def test_without_a_key_one_key_is_not_evaluated(self):
        ada = commit("ada/app", "ada-codes", "c1", "t1", "Ada Sample", "ada@example.com")
        for rows, columns in ((ada, COLUMNS), (signed(ada, "ada@example.com", ""), SIGNED)):
            self.assertEqual(self.found(rows, columns=columns), [])
            self.assertIn("X32", self.not_evaluated())
        self.found(signed(ada, "ada@example.com"), columns=SIGNED)
        self.assertNotIn("X32", self.not_evaluated())

    def not_evaluated(self):
        reasons = next(line["not_evaluated"] for line in self.lines if "assessed" in line)
        return reasons["no_events"] + reasons["field_missing"]

    def test_a_list_of_empty_repositories_is_context(self):
        listed = "".join(f"cem-codes,cem/e{i},0,\n" for i in range(4))
        listed += "cem-codes,cem/site,12,example/template\n"
        listed += "".join(f"ada-codes,ada/e{i},0,\n" for i in range(6))
        listed += "ada-codes,ada/app,512,\n"
        listed += "".join(f"bob-codes,bob/e{i},0,\n" for i in range(6))
        listed += "bob-codes,bob/unknown,,\n"
        self.assertEqual(self.found("", "", listed), ["x33_nothing_else u3"])


def user(login, created):
    return {"login": login, "type": "User", "name": login, "created_at": created,
            "updated_at": "2026-02-14T04:33:35Z", "location": None}  # fmt: skip


def api_commit(repository, commit_id, author, committer, tree="t", year=2021):
    """As GET repos/OWNER/NAME/commits has it: (login, name, e-mail address) of both."""

    def signed(person, day):
        return {"name": person[1], "email": person[2], "date": f"{day}T16:00:49Z"}

    return {
        "sha": commit_id,
        "html_url": f"https://github.com/{repository}/commit/{commit_id}",
        "commit": {"author": signed(author, f"{year}-04-14"),
                   "committer": signed(committer, "2026-02-10"), "tree": {"sha": tree},
                   "verification": {"verified": False, "signature": None}},
        "author": author[0] and {"login": author[0]},
        "committer": committer[0] and {"login": committer[0]},
        "parents": [],
    }  # fmt: skip


class Export(program.ProgramTest):
    """The same from the answers of the API, which tell of accounts and commits apart."""

    MINA = ("Mina-Codes", "Mina Sample", "mina@example.com")
    OTHER = ("old-hand", "Ode Hand", "ode@example.org")
    SITE = ("web-flow", "GitHub", "site@example.com")

    def found(self, **files):
        names = [self.write(f"{name}.json", json.dumps(content)) for name, content in files.items()]
        self.out = self.succeed("import", "--map", "github_export", *names, "-o", "code.ndjson")
        self.write("staff.ndjson", "".join(
            json.dumps({"time": "2026-01-15T00:00:00Z", "type": "account.registration",
                        "account": login.lower(), "name": name, "email": mail}) + "\n"
            for login, name, mail in (self.MINA, self.OTHER)))  # fmt: skip
        text = self.succeed("scan", "--format", "ndjson", "staff.ndjson", "code.ndjson")
        self.lines = [json.loads(line) for line in text.splitlines()]
        return sorted(f"{f['rule']} {f['subject']['id']}" for f in self.lines if "finding" in f)

    def events(self):
        lines = (self.folder / "code.ndjson").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    USERS = [user("Mina-Codes", "2026-01-14T04:33:35Z"), user("old-hand", "2015-01-14T04:33:35Z")]

    def commits(self, author, committer):
        return [api_commit(f"Mina-Codes/app{i}", f"c{i}", author, committer) for i in range(4)]

    def test_old_commits_of_a_young_account(self):
        commits = self.commits(self.MINA, self.MINA)
        commits += [api_commit(f"old-hand/a{i}", f"d{i}", self.OTHER, self.OTHER) for i in range(4)]
        self.assertEqual(
            self.found(users=self.USERS, commits=commits),
            ["x30_one_repository mina-codes", "x30_several_repositories mina-codes"],
        )

    def test_what_the_site_commits_is_the_authors(self):
        commits = self.commits(self.MINA, self.SITE)
        # Whoever takes in old work of others has no old account, but is not measured by theirs.
        commits += [api_commit(f"old-hand/a{i}", f"d{i}", self.MINA, self.OTHER) for i in range(4)]
        commits.append(api_commit("x/y", "e1", ("", "Nobody", "n@example.net"), self.SITE))
        self.assertIn("x30_several_repositories mina-codes",
                      self.found(users=self.USERS, commits=commits))  # fmt: skip
        self.assertNotIn("old-hand", [f["subject"]["id"] for f in self.lines if "finding" in f])
        self.assertIn("not map", self.out.lower())

    def test_pages_lines_and_nothing_that_may_not_be_read(self):
        one = api_commit("Mina-Codes/a", "c1", self.MINA, self.MINA)
        two = api_commit("Mina-Codes/b", "c2", self.MINA, self.MINA)
        # A member that only a later record has, and one that nobody reads.
        two["nationality"] = {"code": "x"}
        self.write("users.ndjson", "".join(json.dumps(one) + "\n" for one in self.USERS))
        self.write("commits_1.json", json.dumps([one]) + "\n" + json.dumps([two]))
        out = self.succeed("import", "--map", "github_export", "users.ndjson", "commits_1.json",
                           "-o", "code.ndjson")  # fmt: skip
        self.assertIn("nationality", out)
        commits = [one for one in self.events() if one["type"] == "repository.activity"]
        self.assertEqual([one["external.created"] for one in commits], ["2026-01-14"] * 2)
        self.assertEqual([one["repository"] for one in commits], ["Mina-Codes/a", "Mina-Codes/b"])

    def test_without_profiles_it_is_not_evaluated(self):
        commits = self.commits(self.MINA, self.MINA)
        self.assertEqual(self.found(commits=commits), [])
        reasons = next(line["not_evaluated"] for line in self.lines if "assessed" in line)
        self.assertIn("X30", reasons["field_missing"])

    def test_a_published_history_under_the_own_name(self):
        originals = [
            api_commit("good/library", f"o{i}", self.OTHER, self.OTHER, f"t{i}") for i in range(6)
        ]
        copied = [
            api_commit("Mina-Codes/library", f"c{i}", self.MINA, self.MINA, f"t{i}", 2026)
            for i in range(6)
        ]
        fork = [
            api_commit("fork/library", f"f{i}", self.OTHER, self.SITE, f"t{i}") for i in range(6)
        ]
        self.assertEqual(
            self.found(users=self.USERS, commits=copied + fork, originals=originals),
            ["x31_copied mina-codes Mina-Codes/library"],
        )

    def test_lists_of_repositories_and_public_activity(self):
        repositories = [
            {"full_name": f"Mina-Codes/e{i}", "owner": {"login": "Mina-Codes"}, "size": 0}
            for i in range(6)
        ]
        push = {"id": "1", "type": "PushEvent", "actor": {"login": "Mina-Codes"},
                "repo": {"name": "Mina-Codes/e1"}, "payload": {"ref": "refs/heads/main"},
                "created_at": "2026-02-11T15:33:50Z"}  # fmt: skip
        self.assertEqual(
            self.found(repositories_20260401=repositories, events=[push]),
            ["x33_nothing_else mina-codes"],
        )
        self.assertEqual([one["operation"] for one in self.events()], ["listed"] * 6 + ["push"])

    def test_what_is_no_record_is_refused(self):
        good = json.dumps(user("a", "2026-01-14T04:33:35Z"))
        self.write("users.json", f'[{good}, 7, {{"message": "Not Found"}}, {{"a": ]')
        status, out, err = self.run_program("import", "--map", "github_export", "users.json",
                                            "-o", "code.ndjson")  # fmt: skip
        self.assertEqual(len(self.events()), 1, err)
        self.assertIn("refused: 3", out)
        self.assertIn('the row has no "login"', err + out)


if __name__ == "__main__":
    program.main()
