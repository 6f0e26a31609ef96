  // One account: why it stands where it stands, what would clear it, what to do.
  const NEIGHBOURS_SHOWN = 12;

  function accountLabel(account) {
    const classes = classesOf(account).map(classText);
    return [
      el("span", {class: "place", title: t("place", account + 1)}, String(account + 1)), " ",
      badge(levelOf(account)), " ",
      el("span", {class: "name"}, foreign(accountName(account))), " ",
      data.accounts[account][4] & REVERIFICATION_ONLY
        ? [el("span", {class: "tag"}, t("reverifyTag")), " "] : "",
      data.accounts[account][4] & LINKED ? [el("span", {class: "tag"}, t("linkedTag")), " "] : "",
      el("span", {class: "classes"}, classes.length > 0 ? classes.join(" · ") : t("onlyContext")),
      " ", el("span", {class: "codes"}, codesText(account))];
  }

  function moreOf(label, make) {
    return disclosure("h5", label, make, false, null, {class: "more-of"}).node;
  }

  function signTitle(one) {
    const [kind, grade, , bits] = one;
    const sign = kindOf(kind);
    return el("h4", {},
      sign.own ? sign.name[0] : [el("span", {class: "code"}, sign.id), " ", local(sign.name)], " ",
      el("span", {class: "tags"},
        el("span", {class: "tag role" + (bits & DECISIVE ? " decisive" : "")}, roleText(one)), " ",
        el("span", {class: "tag"}, word("class", sign.class)), " ",
        el("span", {class: "tag"}, word("grade", GRADES[grade]))));
  }

  const clearsPart = (sign) => !sign.own && bullets(t("clears"), sign.clears.map(local));

  // What made the level is shown in full; of the others the first sentence, the rest on demand.
  function contributionPart(account, one) {
    const [kind, , , bits, , total] = one;
    const sign = kindOf(kind);
    const isDecisive = (bits & DECISIVE) !== 0;
    const proof = data.proofs[account][contributionsOf(account).indexOf(one)];
    const findings = proof.map((number) => data.findings[number]);
    const [first, ...rest] = findings;
    const others = () => [
      rest.length > 0 && moreOf(t("moreFindings", rest.length),
        () => rest.map((finding) => findingPart(finding, account))),
      !sign.own && moreOf(t("aboutSign"), () => aboutSign(sign))];
    return el("section", {class: "sign " + (isCounted(one) ? "is-counted" : "is-not")},
      signTitle(one),
      exemptionLines(one[6]),
      bits & UNANSWERED ? el("p", {class: "note"}, t("unanswered")) : null,
      first && findingText(first, account),
      isDecisive ? [clearsPart(sign), first && evidencePart(first), others()]
        : moreOf(t("signDetails", total), () => [
            clearsPart(sign), first && evidenceTable(first), others()]),
      total > findings.length && el("p", {class: "note"},
        t("findingsMissing", total - findings.length)));
  }

  function contributionParts(account) {
    const all = contributionsOf(account);
    const counted = all.filter(isCounted);
    const rest = all.filter((one) => !isCounted(one));
    return [
      counted.map((one) => contributionPart(account, one)),
      rest.length > 0 && (counted.length === 0
        ? rest.map((one) => contributionPart(account, one))
        : disclosure("h4", t("notCounted", rest.length),
            () => rest.map((one) => contributionPart(account, one)), false, null,
            {class: "more-of not-counted"}).node)];
  }

  // The other accounts of its group that use the same things: [account, [name of a thing…], how
  // many things]; most things first.
  function neighboursOf(account) {
    const group = data.groups[groupOf(account)];
    const self = group.accounts.indexOf(account);
    const found = new Map();
    for (const {name, uses, things} of layoutOf(group).columns) {
      if (!uses.includes(self)) continue;
      for (const user of uses.filter((one) => one !== self)) {
        const [names, number] = found.get(user) || [[], 0];
        found.set(user, [[...names, name], number + things.length]);
      }
    }
    return [...found].map(([user, [names, number]]) => [group.accounts[user], names, number])
      .sort((a, b) => b[2] - a[2]);
  }

  function neighbourPart(account) {
    const group = groupOf(account);
    if (group < 0) return null;
    const neighbours = neighboursOf(account);
    const left = neighbours.length - NEIGHBOURS_SHOWN;
    return el("section", {class: "neighbours"},
      el("h4", {}, t("sharesWith")),
      el("ul", {}, neighbours.slice(0, NEIGHBOURS_SHOWN).map(([other, things]) =>
        el("li", {}, levelDots(other), " ", accountButton(other), " – ", things.join(", "))),
        left > 0 && el("li", {}, t("andMore", left))),
      el("p", {}, el("button", {type: "button", class: "link", onclick: () => showGroup(group)},
        t("inGroup", String(group + 1)))));
  }

  function nextSteps(account) {
    const codes = new Map();  // measure → signs
    for (const one of contributionsOf(account).filter(isCounted)) {
      for (const code of kindOf(one[0]).measures || []) {
        codes.set(code, [...(codes.get(code) || []), kindOf(one[0]).id]);
      }
    }
    if (codes.size === 0) return null;
    const items = [...codes].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    return el("section", {class: "steps"}, el("h4", {}, t("nextSteps")),
      el("ul", {}, items.map(([code, signs]) => el("li", {},
        measureButton(code), " ", el("span", {class: "codes"}, "(" + signs.join(" ") + ")")))));
  }

  function accountInside(account) {
    const [, , , path, bits] = data.accounts[account];
    const missing = data.indicators.filter((one) => data.words.reason[one.state]);
    return [
      el("p", {class: "why"}, local(data.words.path[path])),
      bits & REVERIFICATION_ONLY ? el("p", {class: "note"}, t("reverify")) : null,
      bits & LINKED ? el("p", {}, t("linked")) : null,
      contributionParts(account),
      neighbourPart(account),
      nextSteps(account),
      missing.length > 0 && el("p", {class: "quiet"}, t("accountUnevaluated", missing.length), " ",
        el("button", {type: "button", class: "link", onclick: () => showSection("unevaluated")},
          t("showUnevaluated")))];
  }
