#!/usr/bin/env python3
"""Tests of tools/install_packages.sh with made-up apt, dpkg-query, id and sudo."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = (
    "# comment\nbuild  a   first\nbuild  b|c  second\ntest  d  third\nbench  e|-  may be missing\n"
)


class InstallPackages(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        (self.root / "bin").mkdir()
        shutil.copy(ROOT / "tools/install_packages.sh", self.root)
        (self.root / "packages.txt").write_text(PACKAGES)

    def tool(self, name, script):
        path = self.root / "bin" / name
        path.write_text("#!/bin/sh\n" + script)
        path.chmod(0o755)

    def run_script(self, *groups, installed="", available="a b c d", uid=0, sudo=False, fails=""):
        self.tool(
            "dpkg-query",
            f'for p in {installed} _; do [ "$3" = "$p" ] && echo installed; ' "done; true\n",
        )
        self.tool(
            "apt-cache",
            f'for p in {available} _; do [ "$2" = "$p" ] && ' 'echo "  Candidate: 1"; done; true\n',
        )
        self.tool(
            "apt-get",
            f'echo "apt-get $*" >>{self.root}/log\n'
            f'case "$*" in *" {fails}"*) [ -n "{fails}" ] && exit 100;; esac; true\n',
        )
        self.tool("id", f"echo {uid}\n")
        if sudo:
            self.tool("sudo", f'echo "sudo $1" >>{self.root}/log; shift; "$@"\n')
        for name in ("bash", "dirname", "sed", "grep", "env"):
            link = self.root / "bin" / name
            if not link.exists():
                link.symlink_to(shutil.which(name))
        done = subprocess.run(
            ["bash", str(self.root / "install_packages.sh"), *groups],
            text=True,
            env={"PATH": str(self.root / "bin")},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        log = self.root / "log"
        return done.returncode, done.stderr, log.read_text() if log.exists() else ""

    def test_goes_without_what_may_be_missing(self):
        code, _, log = self.run_script("bench", available="a")
        self.assertEqual((code, "install" in log), (0, False))
        code, _, log = self.run_script("bench", available="e")
        self.assertEqual((code, "install" in log), (0, True))

    def test_nothing_missing_needs_nothing(self):
        self.assertEqual(self.run_script("build", installed="a c", uid=1000), (0, "", ""))

    def test_installs_only_what_is_missing(self):
        status, _, log = self.run_script("build", "test", installed="a")
        self.assertEqual(status, 0)
        self.assertIn("install --no-install-recommends b d\n", log)

    def test_second_choice(self):
        _, _, log = self.run_script("build", installed="a", available="c")
        self.assertIn("install --no-install-recommends c\n", log)

    def test_no_choice(self):
        status, message, log = self.run_script("build", installed="a", available="")
        self.assertEqual(status, 1)
        self.assertIn("this distribution has none of: b, c", message)
        self.assertNotIn(" install ", log)

    def test_sudo_when_not_root(self):
        status, _, log = self.run_script("test", uid=1000, sudo=True)
        self.assertEqual(status, 0)
        self.assertIn("sudo --non-interactive", log)

    def test_neither_root_nor_sudo(self):
        status, message, log = self.run_script("test", uid=1000)
        self.assertEqual((status, log), (1, ""))
        self.assertIn("these packages are missing: d", message)
        self.assertIn("Run this as root, or install sudo", message)

    def test_apt_fails(self):
        self.assertIn("apt-get update failed", self.run_script("test", fails="update")[1])
        self.assertIn("apt-get install failed", self.run_script("test", fails="install")[1])


if __name__ == "__main__":
    unittest.main()
