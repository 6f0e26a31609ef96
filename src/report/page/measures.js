  // The measures that the notices recommend for the signs that were seen, each text once.
  const SIGNS_NAMED = 8;
  const measureParts = {};

  const measureButton = (code) => (data.measures[code]
    ? el("button", {type: "button", class: "link", onclick: () => showMeasure(code)},
        el("span", {class: "code"}, code), " ", local(data.measures[code].name))
    : el("span", {class: "code"}, code));

  function measureInside(code) {
    const measure = data.measures[code];
    return [
      el("p", {}, local(measure.meaning)),
      measure.steps.length > 0 && [el("h4", {}, t("steps")),
        el("ol", {}, measure.steps.map((step) => el("li", {}, local(step))))],
      local(measure.fairness) && [el("h4", {}, t("fairness")), el("p", {}, local(measure.fairness))],
      measure.keep.length > 0 && [el("h4", {}, t("keep")),
        el("ul", {}, measure.keep.map((one) => el("li", {}, local(one))))],
      el("h4", {}, t("sources")),
      el("ul", {}, measure.sources.map((source) => el("li", {}, sourceItem(source))))];
  }

  const signsText = (signs) => signs.slice(0, SIGNS_NAMED).join(" ") +
    (signs.length > SIGNS_NAMED ? " +" + (signs.length - SIGNS_NAMED) : "");

  function measures() {
    const uses = {};  // code → signs and accounts
    for (const code of Object.keys(data.measures)) uses[code] = {signs: [], accounts: 0};
    for (const indicator of data.indicators.filter((one) => one.findings)) {
      for (const code of indicator.measures.filter((one) => uses[one])) {
        uses[code].signs.push(indicator.id);
      }
    }
    for (let account = 0; account < data.accounts.length && levelOf(account) > 0; ++account) {
      const codes = new Set(contributionsOf(account).filter(isCounted)
        .flatMap((one) => kindOf(one[0]).measures || []));
      for (const code of codes) if (uses[code]) ++uses[code].accounts;
    }
    const codes = Object.keys(uses)
      .sort((a, b) => uses[b].accounts - uses[a].accounts || (a < b ? -1 : 1));
    if (codes.length === 0) return el("p", {}, t("nothing"));
    return [el("p", {}, t("measuresLead")), el("ul", {class: "plain cards"}, codes.map((code) => {
      const {signs, accounts} = uses[code];
      const label = [el("span", {class: "code"}, code), " ",
        el("span", {class: "name"}, local(data.measures[code].name)), " ",
        el("span", {class: "codes"}, t("measureFor", signsText(signs.sort()), accounts))];
      measureParts[code] = disclosure("h3", label, () => measureInside(code), false, null,
        {class: "card"});
      return el("li", {}, measureParts[code].node);
    }))];
  }

  function showMeasure(code) {
    measureParts[code].set(true);
    measureParts[code].button.focus();
    measureParts[code].node.scrollIntoView({block: "start"});
  }
