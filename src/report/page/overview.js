  // The summary: numbers, a picture of time, every sign that was seen, what was left out.
  function overview() {
    const input = data.input;
    const facts = [
      [t("events"), count(input.events)],
      [t("period"), input.events ? dayOf(0) + " – " + dayOf(input.last - input.first) : "–"],
      [t("findings"), count(data.totals.findings)],
      [t("accountsNamed"), count(data.totals.accounts)],
      [t("groupsFound"), count(data.totals.groups)],
    ];
    const files = input.files.map((file) => foreign(file, {class: "file"}));
    if (input.fileCount > files.length) files.push(t("moreFiles", input.fileCount - files.length));
    return [
      el("p", {class: "lead"}, t(data.totals.findings ? "lead" : "leadNone")),
      data.totals.accounts > 0 && levelTiles(),
      el("dl", {class: "facts"},
        facts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
      el("p", {class: "quiet"}, t("files") + ": ", files),
      el("p", {class: "quiet"}, t("leftOut") + ": ", leftOutTexts().join(" · ") || t("nothing")),
      input.errors.length > 0 &&
        el("div", {class: "note"}, t("errors"),
          el("ul", {}, input.errors.map((error) => el("li", {}, foreign(error))))),
      limitNotes(),
      data.findings.length > 0 && timePicture(),
    ];
  }

  // How many accounts are at which level; each leads to them.
  function levelTiles() {
    return el("ul", {class: "plain tiles", "aria-label": t("levels")},
      [3, 2, 1, 0].map((level) => el("li", {},
        el("button", {type: "button", class: "tile", "data-level": level,
                      onclick: () => showQueue({levels: [level]})},
          badge(level), " ",
          el("span", {class: "total"}, count(data.totals.levels[level])), " ",
          el("span", {class: "quiet"}, t("level" + LEVELS[level]))))));
  }

  const names = (list) => list.map(([name, number]) => name + " " + count(number)).join(", ");

  function leftOutTexts() {
    const input = data.input;
    const texts = [];
    for (const key of ["rejects", "duplicates", "farAhead", "cut", "dropped", "statements"]) {
      if (input[key] > 0) texts.push(t(key === "rejects" ? "refused" : key, input[key]));
    }
    for (const key of ["notMapped", "forbidden", "unknown"]) {
      if (input[key].length > 0) texts.push(t(key, names(input[key])));
    }
    return texts;
  }

  function limitNotes() {
    const left = data.leftOut;
    const notes = [["limitAccounts", left.accounts], ["limitGroups", left.groups],
                   ["limitFindings", left.findings], ["limitEvents", left.findingsWithoutEvents]]
      .filter(([, number]) => number > 0).map(([key, number]) => el("li", {}, t(key, number)));
    return notes.length > 0 &&
      el("div", {class: "note"}, el("ul", {}, notes), el("p", {}, t("limitHelp")));
  }

  // Columns of equal length in time; at most 60.
  function timePicture() {
    const day = 86400000;
    const newest = data.input.last - data.input.first;
    const starts = data.findings.map((finding) => finding[3]).sort((a, b) => a - b);
    // Records of long ago would squeeze the rest: the picture leaves out the first twentieth.
    const before = Math.floor(starts.length / 20);
    const oldest = starts[before];
    const days = Math.max(1, Math.ceil((newest - oldest + 1) / day / 60));
    const columns = new Array(Math.max(1, Math.ceil((newest - oldest + 1) / (days * day)))).fill(0);
    for (const start of starts) {
      if (start >= oldest) ++columns[Math.floor((start - oldest) / (days * day))];
    }
    const most = Math.max(...columns);
    const width = 600 / columns.length;
    const bars = columns.map((number, i) => number > 0 && svg("rect", {
      x: (i * width + 1).toFixed(1), y: (90 - number / most * 84).toFixed(1),
      width: Math.max(1, Math.min(width, 40) - 2).toFixed(1),
      height: (number / most * 84).toFixed(1), class: "bar"}));
    const said = t("byWeekText", dayOf(oldest), dayOf(newest), most) +
      (before > 0 ? "; " + t("byWeekBefore", before) : "");
    return el("figure", {class: "when"},
      svg("svg", {viewBox: "0 0 600 92", role: "img", "aria-label": t("byWeek") + ". " + said,
                  preserveAspectRatio: "none"}, bars,
        svg("line", {x1: 0, x2: 600, y1: 91, y2: 91, class: "axis"})),
      el("div", {class: "axis-labels"}, el("span", {}, dayOf(oldest)),
        el("span", {}, dayOf(newest))),
      el("figcaption", {}, t("byWeek") + " (" + said + ")"));
  }

  // Rules without an indicator, counted as indicators are.
  function ownSigns() {
    const counted = new Map();
    for (let account = 0; account < data.accounts.length; ++account) {
      for (const [kind, grade, , , , findings] of contributionsOf(account)) {
        if (!kindOf(kind).own) continue;
        const one = counted.get(kind) ||
          {...kindOf(kind), grade: GRADES[grade], findings: 0, accounts: 0};
        one.findings += findings;
        ++one.accounts;
        counted.set(kind, one);
      }
    }
    return [...counted.values()];
  }

  function signs() {
    const seen = data.indicators.filter((indicator) => indicator.findings).concat(ownSigns())
      .sort((a, b) => b.accounts - a.accounts || (a.id < b.id ? -1 : 1));
    if (seen.length === 0) return el("p", {}, t("leadNone"));
    const most = Math.max(...seen.map((indicator) => indicator.accounts));
    const rows = seen.map((indicator) => {
      const bar = el("span", {class: "meter", "aria-hidden": "true"});
      bar.style.setProperty("--share", (indicator.accounts / most * 100).toFixed(1) + "%");
      return row([el("span", {class: "code"}, indicator.id), " ", local(indicator.name)],
        word("class", indicator.class), word("grade", indicator.grade),
        [el("span", {class: "number"}, count(indicator.findings))],
        [bar, el("span", {class: "number"}, count(indicator.accounts))],
        el("button", {type: "button", class: "small",
                      "aria-label": t("showAccounts", indicator.id || local(indicator.name)),
                      onclick: () => showQueue(indicator.own ? {text: local(indicator.name)}
                                                             : {sign: indicator.id})}, t("show")));
    });
    return table(t("signs"), [t("sign"), t("evidenceClass"), t("weight"), t("findings"),
                              t("accounts"), t("show")], rows, {class: "signs stacked"});
  }
