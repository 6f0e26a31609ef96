  // What was not evaluated, and why; what was looked for and not seen.
  function reasonOf(indicator) {
    const parts = [];
    if (indicator.events) {
      parts.push(t("noDataText", indicator.events.map(eventWord).join(", ") || "–"));
    }
    for (const reason of indicator.reasons || []) parts.push(foreign(reason));
    if (indicator.lists) parts.push(indicator.lists.map(local).join(" / "));
    for (const need of indicator.needs || []) parts.push(local(need));
    return el("ul", {class: "plain"}, parts.map((part) => el("li", {}, part)));
  }

  function reasonTable(title, indicators) {
    if (indicators.length === 0) return null;
    const rows = indicators.map((indicator) => row(
      [el("span", {class: "code"}, indicator.id), " ", local(indicator.name)],
      reasonOf(indicator)));
    return disclosure("h3", title + " (" + indicators.length + ")",
      () => table(title, [t("sign"), t("why")], rows, {class: "reasons"}), false, null,
      {class: "card"}).node;
  }

  function partlyTable(indicators) {
    if (indicators.length === 0) return null;
    const rows = indicators.map((indicator) => row(
      [el("span", {class: "code"}, indicator.id), " ", local(indicator.name)],
      el("ul", {class: "plain"},
        indicator.withoutKey && el("li", {}, t("withoutKey", indicator.withoutKey)),
        indicator.lists && el("li", {}, indicator.lists.map(local).join(" / ")),
        (indicator.needs || []).map((need) => el("li", {}, local(need))))));
    return disclosure("h3", t("partly") + " (" + indicators.length + ")",
      () => table(t("partly"), [t("sign"), t("why")], rows, {class: "reasons"}), false, null,
      {class: "card"}).node;
  }

  const sorted = (list) => list.sort((a, b) => (a.id < b.id ? -1 : 1));
  function unevaluated() {
    const withState = (state) => sorted(data.indicators.filter((one) => one.state === state));
    const parts = Object.keys(data.words.reason).map((reason) =>
      reasonTable(local(data.words.reason[reason]), withState(reason)));
    for (const status of ["background", "never"]) {
      parts.push(reasonTable(word("status", status),
        withState("apart").filter((one) => one.status === status)));
    }
    parts.push(partlyTable(sorted(data.indicators.filter((one) =>
      (one.state === "found" || one.state === "quiet") && (one.withoutKey || one.needs || one.lists)))));
    const quiet = withState("quiet");
    return [
      el("p", {}, t("unevaluatedLead")), parts,
      quiet.length > 0 && disclosure("h3", t("quiet") + " (" + quiet.length + ")",
        () => el("ul", {}, quiet.map((one) => el("li", {},
          el("span", {class: "code"}, one.id), " ", local(one.name)))), false, null,
        {class: "card"}).node];
  }

  const about = () => [el("p", {}, t("aboutText")), el("p", {}, t("aboutDecide")),
                       el("p", {}, t("aboutMask"))];
