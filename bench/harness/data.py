"""The event files: made once by sekisho-bench-data, read once more so that memory holds them."""

import hashlib
import os
import shutil

from harness import machine

# What sekisho-bench-data is told beside the size, per file.
FILES = {
    "standard": [],
    "shuffled": ["--shuffle-within", "24h"],
    "hot_address": ["--hot-address", "10"],
    "hot_key": ["--hot-accounts"],  # with a fifth of the events
}
BYTES_PER_EVENT = 270  # for the check of free space


def make(names, generator, folder, events, accounts, cores, say):
    """Paths of the files, by name. Keeps a file that the same program made alike."""
    folder.mkdir(parents=True, exist_ok=True)
    program = hashlib.sha256(generator.read_bytes()).hexdigest()
    paths = {}
    for name in names:
        options = ["--events", str(events), "--accounts", str(accounts), *FILES[name]]
        if name == "hot_key":
            options.append(str(events // 5))
        path = paths[name] = folder / f"{name}.ndjson"
        stamp = folder / f"{name}.stamp"
        wanted = f"{program} {' '.join(options)}\n"
        if path.exists() and stamp.exists() and stamp.read_text() == wanted:
            continue
        free = shutil.disk_usage(folder).free
        if free < events * BYTES_PER_EVENT:
            raise machine.RunError(f"{folder}: {free >> 20} MiB free, {path.name} needs "
                                   f"{events * BYTES_PER_EVENT >> 20} MiB")
        say(f"making {path.name}")
        stamp.unlink(missing_ok=True)
        machine.run_pinned([generator, *options, "-o", path], cores)
        stamp.write_text(wanted)
    return paths


def warm(paths, say):
    """Reads every file once, so that no run waits for the disk."""
    total = sum(path.stat().st_size for path in paths)
    if total > machine.available_bytes():
        say(f"note: the files ({total >> 20} MiB) do not fit into free memory; runs may wait for "
            "the disk. Choose fewer with --only.")
    say(f"reading {len(paths)} files into the page cache ({total >> 20} MiB)")
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_SEQUENTIAL)
            while file.read(8 << 20):
                pass
