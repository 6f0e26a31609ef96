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


if __name__ == "__main__":
    program.main()
