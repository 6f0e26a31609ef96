"""A headless Chromium, spoken to in the Chrome DevTools Protocol over two pipes.

Needs no driver, no port and no display: `--remote-debugging-pipe` reads commands from descriptor 3
and answers on descriptor 4, JSON texts that end with a zero byte
(https://chromedevtools.github.io/devtools-protocol/).
"""

import base64
import json
import os
import shutil
import subprocess
import tempfile

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find():
    """The path of a browser, or None."""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    return None


class BrowserError(Exception):
    """The browser is gone, or refused a command."""


class Browser:
    """One page of one browser with a fresh profile. Use in a `with` statement."""

    def __init__(self, path):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_child, self.write_end = os.pipe()
        self.read_end, from_child = os.pipe()
        command = [
            path, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-extensions", "--hide-scrollbars", "--remote-debugging-pipe",
            f"--user-data-dir={self.profile.name}", "about:blank",
        ]  # fmt: skip
        # The shell puts the pipes where the browser looks for them.
        script = f'exec "$@" 3<&{to_child} 4>&{from_child}'
        self.process = subprocess.Popen(
            ["bash", "-c", script, "bash", *command],
            pass_fds=(to_child, from_child),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_child)
        os.close(from_child)
        self.rest = b""
        self.number = 0
        self.dialogs = 0
        self.session = None
        self.events = []
        targets = self.command("Target.getTargets")["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        attached = self.command(
            "Target.attachToTarget", targetId=page["targetId"], flatten=True
        )
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.command(f"{domain}.enable")
        self.command("Page.setLifecycleEventsEnabled", enabled=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.write_end)
        os.close(self.read_end)
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.profile.cleanup()

    def receive(self):
        """The next message. A busy machine makes it late; only a browser that is gone ends it."""
        while b"\0" not in self.rest:
            piece = os.read(self.read_end, 1 << 20)
            if not piece:
                raise BrowserError("the browser is gone")
            self.rest += piece
        text, _, self.rest = self.rest.partition(b"\0")
        return json.loads(text)

    def command(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write_end, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("method") == "Page.javascriptDialogOpening":
                self.agree()
            elif answer.get("id") != self.number:
                self.events.append(answer)
            elif "error" in answer:
                raise BrowserError(f"{method}: {answer['error']}")
            else:
                return answer["result"]

    def agree(self):
        """To what the page asks in a dialog: to be left with unsaved entries, for one."""
        self.dialogs += 1
        message = {"id": -self.dialogs, "method": "Page.handleJavaScriptDialog",
                   "params": {"accept": True}, "sessionId": self.session}  # fmt: skip
        os.write(self.write_end, json.dumps(message).encode() + b"\0")

    def wait_for(self, method, suits=lambda parameters: True):
        """The first event of this name since the page was opened whose parameters suit."""
        at = 0
        while True:
            while at == len(self.events):
                self.events.append(self.receive())
            event = self.events[at]
            if event.get("method") == method and suits(event["params"]):
                return event
            at += 1

    def open(self, path):
        """Returns when this page was loaded. That of the page before may be told late."""
        self.events.clear()
        loader = self.command("Page.navigate", url=f"file://{path}")["loaderId"]
        self.wait_for("Page.lifecycleEvent",
                      lambda one: (one["name"], one["loaderId"]) == ("load", loader))  # fmt: skip

    def evaluate(self, expression):
        """The value of a JavaScript expression."""
        answer = self.command(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def problems(self):
        """What went wrong on the page since it was opened: exceptions, console errors, refusals."""
        self.evaluate("1")
        found = []
        for event in self.events:
            method, parameters = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                found.append(str(parameters["exceptionDetails"]))
            elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warn"):
                found.append(str(parameters["args"]))
            elif method == "Log.entryAdded":
                found.append(parameters["entry"]["text"])
        return found

    def requests(self):
        """The addresses that were asked for since the page was opened."""
        return [
            event["params"]["request"]["url"]
            for event in self.events
            if event.get("method") == "Network.requestWillBeSent"
        ]

    def resize(self, width, height, scale=1):
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=scale, mobile=width < 500,
        )  # fmt: skip

    def prefer(self, **features):
        """prefer(prefers_color_scheme="dark"): media features of the user."""
        pairs = [{"name": n.replace("_", "-"), "value": v} for n, v in features.items()]
        self.command("Emulation.setEmulatedMedia", features=pairs)

    def press(self, key, code=None, text=None, modifiers=0):
        """One key: press("Tab"), press("Enter", text="\\r")."""
        parameters = {"key": key, "code": code or key, "modifiers": modifiers}
        virtual = {"Tab": 9, "Enter": 13, " ": 32, "Escape": 27}.get(key, 0)
        parameters["windowsVirtualKeyCode"] = virtual
        down = {**parameters, "type": "keyDown" if text else "rawKeyDown"}
        if text:
            down["text"] = text
        self.command("Input.dispatchKeyEvent", **down)
        self.command("Input.dispatchKeyEvent", **parameters, type="keyUp")

    def write_text(self, text):
        self.command("Input.insertText", text=text)

    def accept_downloads(self, folder):
        self.command("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder),
                     eventsEnabled=True)  # fmt: skip

    def downloaded(self):
        """Waits for the end of a download that was begun; each is told once."""
        event = self.wait_for(
            "Browser.downloadProgress", lambda one: one["state"] != "inProgress"
        )
        self.events.remove(event)
        if event["params"]["state"] != "completed":
            raise BrowserError("the download was cancelled")

    def choose_files(self, selector, paths):
        """Gives a file input its files, as a person does in the dialog."""
        expression = f"document.querySelector({json.dumps(selector)})"
        found = self.command("Runtime.evaluate", expression=expression)["result"]["objectId"]
        self.command("DOM.setFileInputFiles", objectId=found, files=[str(one) for one in paths])

    def screenshot(self, path, full=False):
        options = {"format": "png", "captureBeyondViewport": full}
        if full:
            size = self.command("Page.getLayoutMetrics")["cssContentSize"]
            height = min(size["height"], 6000)
            options["clip"] = {
                "x": 0, "y": 0, "width": size["width"], "height": height, "scale": 1,
            }  # fmt: skip
        picture = self.command("Page.captureScreenshot", **options)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture))

    def pdf(self, path):
        made = self.command("Page.printToPDF", printBackground=False, paperWidth=8.27,
                            paperHeight=11.69)["data"]  # fmt: skip
        with open(path, "wb") as file:
            file.write(base64.b64decode(made))
