  // The due-diligence report as a whole.
  const timeText = (iso) => el("time", {datetime: iso}, iso.slice(0, 10) + " " + iso.slice(11, 16) +
    " UTC");
  const wordOf = (name) => local(data.words.of[name] || [name, name, name]);
  const code = (text) => el("span", {class: "code"}, text);
  const placeText = ([pointer, words]) => el("span", {title: pointer}, foreign(local(words)));
  const taskId = (id) => "task-" + data.tasks.findIndex((task) => task.id === id);
  const measureName = (id) => (data.measures[id] ? local(data.measures[id].name) : "");

  // What is missing, with a way to the task; a measure without a task has none.
  function missingItem(id) {
    const task = data.tasks.find((one) => one.id === id);
    const measure = id.split(":")[0];
    const text = [code(measure), " ", measureName(measure),
                  task && task.about ? [": ", foreign(task.about)] : ""];
    return el("li", {}, task ? el("a", {href: "#" + taskId(id)}, text) : text);
  }

  function next() {
    const open = data.tasks.filter((task) => !task.settled);
    const closed = data.gates.filter((gate) => gate.state === "closed").length;
    const named = open.find((task) => local(data.next).includes(task.id));
    const fact = (name, ...value) => el("div", {}, el("dt", {}, t(name)), el("dd", {}, value));
    return [
      el("p", {class: "next"}, el("strong", {}, foreign(local(data.next))),
        named && [el("br", {}), el("a", {href: "#" + taskId(named.id)}, measureName(named.measure))]),
      el("dl", {class: "facts"},
        fact("candidate", foreign(data.candidate)), fact("role", foreign(data.role)),
        fact("asOf", timeText(data.asOf)), fact("level", badge(data.level)),
        fact("closedGates", t("of", closed, data.gates.length)),
        fact("openTasks", t("of", open.length, data.tasks.length))),
      el("p", {}, local(data.path), data.reverificationOnly ? " " + t("reverification") : ""),
      el("p", {class: "note"}, local(data.limits))];
  }

  // A bar that is down, or up.
  function barrier(state) {
    const up = state !== "closed";
    return svg("svg", {viewBox: "0 0 64 40", class: "barrier", "aria-hidden": "true"},
      svg("rect", {x: 6, y: 10, width: 8, height: 28, class: "post"}),
      svg("g", {transform: up ? "rotate(-65 10 16)" : ""},
        svg("rect", {x: 10, y: 13, width: 50, height: 7, class: "beam"}),
        [22, 38, 54].map((x) => svg("rect", {x: x - 3, y: 13, width: 5, height: 7,
                                             class: "stripe"}))),
      state === "overridden" && [svg("rect", {x: 44, y: 12, width: 5, height: 14, class: "post"}),
                                 svg("rect", {x: 44, y: 29, width: 5, height: 5, class: "post"})]);
  }
  const GATE_MARKS = {open: "✓", closed: "✕", overridden: "!"};
  function gateCard(gate) {
    return el("li", {class: "gate gate-" + gate.state},
      el("h3", {}, barrier(gate.state), el("span", {}, wordOf(gate.gate), el("br", {}),
        el("span", {class: "state"}, GATE_MARKS[gate.state] + " " + wordOf("gate_" + gate.state)))),
      el("p", {}, local(gate.text)),
      gate.state === "closed" && [el("p", {class: "label"}, t("missing")),
                                  el("ul", {}, gate.missing.map(missingItem)),
                                  gate.hints.map((hint) => el("p", {class: "note"}, local(hint)))],
      gate.state === "overridden" && el("p", {}, t("overriddenBy"), " ", foreign(gate.by), ", ",
        foreign(gate.second), ": ", foreign(gate.reason)),
      gate.since && el("p", {class: "quiet"}, t("since"), " ", timeText(gate.since)));
  }
  const gates = () => [el("p", {}, t("gatesLead")),
                       el("ul", {class: "plain gate-list"}, data.gates.map(gateCard))];

  function numbers(finding) {
    if (finding.parameters.length === 0) return null;
    return [el("p", {class: "label"}, t("numbers")), el("ul", {}, finding.parameters.map(
      ([name, value, why]) => el("li", {}, el("code", {}, name + "=" + value), " ",
        el("span", {lang: "en", class: "quiet"}, why))))];
  }
  function findingCard(finding) {
    return el("li", {class: "finding"},
      el("h3", {}, code(finding.id), " ", finding.name && local(finding.name)),
      el("p", {class: "tags"}, el("span", {class: "tag"}, local(finding.grade)),
        finding.class && el("span", {class: "tag"}, local(finding.class)),
        el("span", {class: "tag"}, t("from_" + finding.source))),
      el("p", {class: "sentence"}, foreign(local(finding.message))),
      finding.proxy && el("p", {class: "note"}, "⚠ " + t("proxy")),
      finding.at.length > 0 && el("p", {class: "quiet"}, t("standsIn"), " ",
        finding.at.map((place, i) => [i > 0 ? t("comma") : "", placeText(place)]),
        finding.time ? [" · ", timeText(finding.time)] : ""),
      finding.clears && bullets(t("clears"), finding.clears.map(local)),
      finding.harmless && bullets(t("harmless"), finding.harmless.map(local)),
      el("details", {}, el("summary", {}, t("aboutSign")),
        finding.meaning && el("p", {}, local(finding.meaning)), numbers(finding),
        finding.sources && bullets(t("sources"), finding.sources.map(sourceItem))),
      finding.sources && el("p", {class: "quiet"}, t("publishedIn"), " ",
        [...new Set(finding.sources.map(([number]) => data.documents[number][0]))].join(t("comma"))));
  }
  const findings = () => (data.findings.length === 0 ? el("p", {}, t("noFindings"))
    : [el("p", {}, t("findingsLead")),
       el("ul", {class: "plain"}, data.findings.map(findingCard))]);

  // A row for each field, a column for each source.
  const OUTCOMES = {same: "=", variant: "≈", declared: "✓", differs: "≠", unclear: "?",
                    one_source: "·"};
  function matrix() {
    if (data.matrix.length === 0) return el("p", {}, t("noMatrix"));
    const columns = new Map();
    for (const line of data.matrix) {
      for (const {source} of line.values) columns.set(source[0], source);
    }
    const sources = [...columns.values()];
    const heads = [t("field"), t("outcome"), ...sources.map(([, words]) => local(words))];
    const rows = data.matrix.map((line) => {
      const cells = sources.map(([pointer]) => line.values
        .filter((value) => value.source[0] === pointer)
        .map((value) => el("div", {title: value.place[0]}, foreign(value.value))));
      const made = row(wordOf(line.field), [el("span", {class: "sign"}, OUTCOMES[line.outcome]), " ",
                                            wordOf(line.outcome)],
        ...cells.map((cell) => (cell.length > 0 ? cell : "–")));
      made.className = "outcome-" + line.outcome;
      [...made.cells].forEach((cell, i) => {
        if (i > 1 && cells[i - 2].length === 0) cell.className = "nothing";
      });
      return made;
    });
    return [el("p", {}, t("matrixLead")), table(t("matrix"), heads, rows, {class: "stacked compare"})];
  }

  function taskRow(task) {
    const measure = data.measures[task.measure];
    const name = [
      code(task.measure), " ", measureName(task.measure), task.part && " (" + wordOf(task.part) + ")",
      task.about && [": ", foreign(task.about)],
      local(task.note) && el("p", {class: "quiet"}, foreign(local(task.note))),
      task.questions.length > 0 && el("p", {class: "quiet"}, t("questions"), " ",
        task.questions.join(", ")),
      measure && el("details", {}, el("summary", {}, t("how")),
        bullets(t("steps"), measure.steps.map(local)), bullets(t("keep"), measure.keep.map(local)),
        local(measure.fairness) && bullets(t("fairness"), [local(measure.fairness)]))];
    const who = [task.by, task.second].filter(Boolean);
    const state = [
      el("span", {class: "sign"}, task.settled ? "✓" : task.state === "done" ? "✕" : "○"), " ",
      wordOf(task.state), task.result && ": " + wordOf(task.result),
      who.length > 0 && el("p", {class: "quiet"}, foreign(who.join(", ")),
        task.time ? [" · ", timeText(task.time)] : ""),
      task.reason && el("p", {class: "quiet"}, foreign(task.reason)),
      task.evidence.length > 0 && el("p", {class: "quiet"}, foreign(task.evidence.join(", "))),
      task.next && el("p", {class: "quiet"}, t("again"), " ", timeText(task.next))];
    const made = row(name, state, wordOf(task.owner), local(task.due),
      task.because.length > 0 ? task.because.join(", ") : t("everybody"));
    made.id = taskId(task.id);
    return made;
  }
  const tasks = () => [el("p", {}, t("tasksLead")),
    table(t("tasks"), [t("task"), t("state"), t("owner"), t("due"), t("because")],
      data.tasks.map(taskRow), {class: "stacked tasks"})];

  function leftOut() {
    if (data.leftOut.length === 0) return [];
    return [el("p", {}, t("leftOutLead")), el("ul", {}, data.leftOut.map(
      (one) => el("li", {}, code(one.at), " ", timeText(one.time))))];
  }

  function skipped() {
    if (data.skipped.length === 0) return [el("p", {}, t("noSkipped")), ...leftOut()];
    const rows = data.skipped.map((one) =>
      row([code(one.id), " ", one.name && local(one.name)], foreign(local(one.what)),
        t("why_" + one.why)));
    return [el("p", {}, t("skippedLead")),
            table(t("skipped"), [t("sign"), t("supply"), t("why")], rows, {class: "stacked"}),
            ...leftOut()];
  }

  const about = () => [
    el("p", {}, t("asked", data.asked, data.total)),
    bullets(t("lists"), data.lists.length > 0 ? data.lists.map((one) => foreign(one))
                                              : [t("noLists")]),
    el("p", {class: "quiet"}, t("catalogue"), " ", el("code", {}, data.catalogue)),
    el("p", {class: "note"}, local(data.limits))];

  const SECTIONS = [["next", next], ["gates", gates], ["findings", findings], ["matrix", matrix],
                    ["tasks", tasks], ["skipped", skipped], ["about", about]];
  start();
