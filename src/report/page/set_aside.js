  // What does not count, who decided so, why and until when. An exemption: [kind, code, account,
  // other account, text of the subject, since, until, text of who, of why, of the event, in force,
  // findings]; a hub: [text of the type, text of the subject, accounts, at least].
  const SET_ASIDE_SHOWN = 100;

  const dayAt = (milliseconds) => timeOf(milliseconds - data.input.first).slice(0, 10);

  function exemptionSubject([kind, code, account, other, subject]) {
    const parts = [account, other].filter((one) => one !== -1).map(accountButton);
    if (subject >= 0) parts.push(foreign(textOf(subject)));
    return [t("exemption_" + kind), parts.map((part) => [" ", part]),
            code ? [" (", el("span", {class: "code"}, code), ")"] : ""];
  }
  const exemptionPeriod = ([, , , , , since, until]) =>
    (until === null ? t("sinceDay", dayAt(since)) : t("sinceUntil", dayAt(since), dayAt(until)));
  const exemptionBy = ([, , , , , , , who, why]) =>
    [who >= 0 ? foreign(textOf(who)) : t("notSaid"), ": ",
     why >= 0 ? foreign(textOf(why)) : t("notSaid")];

  // Beside a sign that is exempted: each exemption in a line.
  const exemptionLines = (numbers) => numbers.map((number) => {
    const one = data.exemptions.list[number];
    return el("p", {class: "quiet exemption"}, exemptionSubject(one), " – ", exemptionBy(one), " (",
      exemptionPeriod(one), ")");
  });

  function exemptionRows(title) {
    const {list, total} = data.exemptions;
    const rows = list.slice(0, SET_ASIDE_SHOWN).map((one) => row(exemptionSubject(one),
      exemptionBy(one), [exemptionPeriod(one), one[10] ? "" : " – " + t("notInForce")],
      count(one[11]), foreign(textOf(one[9]), {class: "id"})));
    const left = total - rows.length;
    return [table(title, [t("whatFor"), t("byWhom"), t("holds"), t("findings"), t("eventId")], rows,
                  {class: "stacked"}),
            left > 0 && el("p", {}, t("andMore", left))];
  }
  function exemptionTable() {
    const {total, inForce} = data.exemptions;
    if (total === 0) return el("p", {}, t("noExemptions"));
    const title = t("exemptionsCount", total, inForce);
    return disclosure("h3", title, () => exemptionRows(title), false, null, {class: "card"}).node;
  }

  function hubTable() {
    if (data.hubs.length === 0) return null;
    const rows = data.hubs.slice(0, SET_ASIDE_SHOWN).map(([type, subject, accounts, atLeast]) =>
      row([fieldWord(textOf(type)), " ", foreign(textOf(subject))],
        (atLeast ? "≥ " : "") + count(accounts)));
    const left = data.hubs.length - rows.length;
    return disclosure("h3", t("hubs"), () => [
      el("p", {}, t("hubsLead")), table(t("hubs"), [t("shared"), t("accounts")], rows, {}),
      left > 0 && el("p", {}, t("andMore", left))], false, null, {class: "card"}).node;
  }

  const setAside = () => [
    el("p", {}, t("setAsideLead")),
    data.totals.linksExempted > 0 &&
      el("p", {}, t("linksExempted", data.totals.linksExempted)),
    exemptionTable(), hubTable()];
