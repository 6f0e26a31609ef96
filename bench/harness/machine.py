"""The machine: which cores to use, what it is, and programs that run pinned to cores."""

import dataclasses
import os
import platform
import signal
import subprocess
import tempfile
import time


class RunError(Exception):
    """A program of the benchmark failed; the text says which, where and how."""


@dataclasses.dataclass
class Run:
    seconds: float  # wall time from start to exit
    cpu_seconds: float  # user and system time of all its threads
    peak_bytes: int  # largest resident set
    output: str  # standard output


def default_cores():
    """The last two cores that this process may use (one, when there is only one)."""
    return sorted(os.sched_getaffinity(0))[-2:]


def run_pinned(command, cores, folder=None, timeout_s=1800):
    """Runs `command` on `cores` only and waits for it. Raises RunError when it fails."""
    command = [str(part) for part in command]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=folder,
                preexec_fn=lambda: os.sched_setaffinity(0, cores))
        except OSError as error:
            raise RunError(f"{command[0]} cannot be started: {error.strerror}") from error
        usage, status = _wait(process, start + timeout_s)
        seconds = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        if status != 0:
            text = err.read().decode("utf-8", "replace").strip()[-2000:]
            raise RunError(f"{' '.join(command)}\nended with status {status}: {text}")
        return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024,
                   out.read().decode("utf-8", "replace"))


def _wait(process, deadline):
    """Waits by wait4, which also tells what this one child used; kills it at the deadline."""
    def expire(_signal, _frame):
        process.kill()

    previous = signal.signal(signal.SIGALRM, expire)
    signal.setitimer(signal.ITIMER_REAL, max(0.001, deadline - time.perf_counter()))
    try:
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage, process.returncode


def describe(cores):
    """What the figures depend on, for the report."""
    return {
        "processor": _line_of("/proc/cpuinfo", "model name") or platform.machine(),
        "processors": os.cpu_count(),
        "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "system": platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
        "kernel": platform.release(),
        "cores": cores,
        "load_at_start": os.getloadavg()[0],
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }


def available_bytes():
    """Memory that the page cache may use."""
    line = _line_of("/proc/meminfo", "MemAvailable")
    return int(line.split()[0]) * 1024 if line else 0


def _line_of(path, name):
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.startswith(name):
                return line.split(":", 1)[1].strip()
    return None
