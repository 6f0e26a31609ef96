  // One finding: what it says, when, and the events that show it.
  // A finding: [rule, type of the subject, subject, first, last, value, bits, events in all,
  // accounts in all, accounts, events].
  const TRUNCATED = 1;
  const OPEN = 2;
  const EVENTS_LEFT_OUT = 4;

  function sentence(rule, finding) {
    if (rule.indicator === null) {
      return [rule.title + ": ", foreign(textOf(finding[2]))];
    }
    const values = {
      subject: () => foreign(textOf(finding[2]), {class: "subject"}),
      value: () => finding[5],
      first: () => timeOf(finding[3]) + " UTC",
      last: () => timeOf(finding[4]) + " UTC",
    };
    return local(rule.explain).split(/(\{(?:subject|value|first|last)\})/).map((part) => {
      const name = part.startsWith("{") ? part.slice(1, -1) : "";
      return values[name] ? values[name]() : part;
    });
  }

  function when(finding) {
    if (finding[3] === finding[4]) return t("at", timeOf(finding[3]));
    return t("between", timeOf(finding[3]), timeOf(finding[4]), span(finding[4] - finding[3]));
  }

  function eventRow(rule, event, withAccount) {
    const [time, type, account, id, ...values] = event;
    const details = values.map((value, i) => value >= 0 && [
      el("span", {class: "pair"}, el("span", {class: "field", title: rule.fields[i]},
        fieldWord(rule.fields[i])), " ", foreign(textOf(value))), " "]);
    return row(timeElement(time), eventWord(textOf(type)),
      ...(withAccount ? [foreign(textOf(account))] : []), details,
      foreign(textOf(id), {class: "id"}));
  }

  function evidenceTitle(finding) {
    const [shown, total] = [finding[10].length, finding[7]];
    return total > shown ? t("evidenceSome", shown, total) : t("evidenceAll", total);
  }

  function evidenceTable(finding) {
    if (finding[6] & EVENTS_LEFT_OUT) {
      return el("p", {class: "note"}, t("eventsLeftOut", finding[7]));
    }
    const rule = data.rules[finding[0]];
    const withAccount = finding[8] > 1;
    const heads = [t("time"), t("event"), ...(withAccount ? [t("account")] : []), t("details"),
                   t("eventId")];
    const rows = finding[10].map((event) => eventRow(rule, event, withAccount));
    return [table(evidenceTitle(finding), heads, rows, {class: "events"}),
            el("p", {class: "quiet rule"}, t("ruleOf", local(rule.words)))];
  }

  // Closed at first: the sentence is what a person reads, the events are its proof.
  const evidencePart = (finding, level) =>
    disclosure(level || "h5", evidenceTitle(finding), () => evidenceTable(finding), false, null,
      {class: "more-of"}).node;

  function otherAccounts(finding, self) {
    const named = finding[9].filter((account) => account !== self);
    if (named.length === 0) return null;
    const left = finding[8] - finding[9].length;
    return el("p", {}, t("others") + ": ",
      named.map((account, i) => [i > 0 && ", ", accountButton(account)]),
      left > 0 && [", ", t("andMore", left)]);
  }

  function findingText(finding, self) {
    const rule = data.rules[finding[0]];
    return el("div", {class: "finding"},
      el("p", {class: "sentence"}, sentence(rule, finding)),
      el("p", {class: "quiet"}, when(finding), t("stop"),
        finding[6] & OPEN ? t("stillOpen") + " " : "",
        finding[6] & TRUNCATED ? t("windowFull") : ""),
      otherAccounts(finding, self));
  }
  const findingPart = (finding, self) =>
    [findingText(finding, self), evidencePart(finding, self === null ? "h4" : "h5")];

  // What the catalogue says about a sign.
  function aboutSign(indicator) {
    return el("div", {class: "about-sign"},
      el("p", {class: "label"}, t("meaning")),
      el("p", {}, local(indicator.meaning), indicator.sensitivity === "proxy" ? " " + t("proxy") : ""),
      bullets(t("harmless"), indicator.harmless.map(local)),
      bullets(t("measures"), indicator.measures.map(measureButton)),
      bullets(t("sources"), indicator.sources.map(sourceItem)));
  }
