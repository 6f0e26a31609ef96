  // The accounts with findings: search, list, details on demand.
  const ACCOUNTS_STEP = 40;
  const FOR_PRINT = 20;
  const openAccounts = new Set();
  const filter = {text: "", sign: ""};
  let accountParts = new Map();
  let accountList = null;
  let visible = [];

  const signOf = (rule) => (rule.indicator === null ? null : data.indicators[rule.indicator]);
  const signsOf = (account) => {
    const found = new Map();
    for (const number of data.accounts[account][1]) {
      const rule = data.rules[data.findings[number][0]];
      const sign = signOf(rule);
      const key = sign ? sign.id : rule.title;
      if (!found.has(key)) found.set(key, {sign, rule, findings: []});
      found.get(key).findings.push(data.findings[number]);
    }
    return [...found.values()].sort((a, b) => weight(b) - weight(a));
  };
  const WEIGHTS = ["context", "flag", "hard", "opener"];
  const weight = (one) => Math.max(...one.findings.map((finding) =>
    WEIGHTS.indexOf(data.rules[finding[0]].grade)));

  function accountLabel(account) {
    const signs = signsOf(account);
    const strong = signs.filter((one) => weight(one) > 0);
    const classes = [...new Set(strong.filter((one) => one.sign).map((one) => one.sign.class))];
    return [
      el("span", {class: "name"}, foreign(accountName(account))), " ",
      el("span", {class: "classes"},
        strong.length > 0 ? classes.map((name) => word("class", name)).join(" · ")
                          : t("onlyContext")), " ",
      el("span", {class: "codes"},
        signs.map((one) => (one.sign ? one.sign.id : one.rule.title)).join(" "))];
  }

  function signPart(account, one) {
    const title = one.sign
      ? [el("span", {class: "code"}, one.sign.id), " ", local(one.sign.name)] : one.rule.title;
    const tags = one.sign ? word("class", one.sign.class) + " · " +
      word("grade", WEIGHTS[weight(one)]) : word("grade", one.rule.grade);
    return el("section", {class: "sign"},
      el("h4", {}, title, " ", el("span", {class: "tag"}, tags)),
      one.findings.map((finding) => findingPart(finding, account)),
      one.sign && aboutSign(one.sign));
  }

  function accountInside(account) {
    const group = data.accounts[account][2];
    return [
      group >= 0 && el("p", {}, el("button", {type: "button", class: "link",
        onclick: () => showGroup(group)}, t("inGroup", String(group + 1)))),
      signsOf(account).map((one) => signPart(account, one))];
  }

  function makeAccount(account) {
    const part = disclosure("h3", accountLabel(account), () => accountInside(account),
      openAccounts.has(account),
      (open) => (open ? openAccounts.add(account) : openAccounts.delete(account)),
      {class: "card"});
    accountParts.set(account, part);
    return el("li", {}, part.node);
  }

  function suits(account) {
    const signs = signsOf(account);
    if (filter.sign && !signs.some((one) => one.sign && one.sign.id === filter.sign)) return false;
    if (!filter.text) return true;
    const wanted = filter.text.toLowerCase();
    return accountName(account).toLowerCase().includes(wanted) ||
      signs.some((one) => one.sign && one.sign.id.toLowerCase() === wanted);
  }

  function fillAccounts(place, status) {
    visible = [];
    for (let account = 0; account < data.accounts.length; ++account) {
      if (suits(account)) visible.push(account);
    }
    accountParts = new Map();
    accountList = growingList(visible.length, ACCOUNTS_STEP, (i) => makeAccount(visible[i]),
      {class: "plain cards"});
    place.replaceChildren(accountList.list, accountList.more);
    status.textContent = visible.length > 0 ? t("found", visible.length) : t("noAccounts");
  }

  let refill = null;
  function signChoice() {
    const seen = data.indicators.filter((indicator) => indicator.findings)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const select = el("select", {id: "sign"}, el("option", {value: ""}, t("allSigns")),
      seen.map((indicator) => el("option", {value: indicator.id},
        indicator.id + " " + local(indicator.name))));
    select.value = filter.sign;
    select.addEventListener("change", () => {
      filter.sign = select.value;
      refill();
    });
    return select;
  }

  function searchField() {
    const field = el("input", {type: "search", id: "find", autocomplete: "off",
                               spellcheck: "false"});
    field.value = filter.text;
    field.addEventListener("input", () => {
      filter.text = field.value.trim();
      refill();
    });
    return field;
  }

  function openFirst() {
    for (const account of visible.slice(0, FOR_PRINT)) {
      openAccounts.add(account);
      accountParts.get(account).set(true);
    }
  }
  function closeAll() {
    openAccounts.clear();
    for (const part of accountParts.values()) part.set(false);
  }

  function accounts() {
    const place = el("div", {});
    const status = el("p", {role: "status", class: "quiet"});
    refill = () => fillAccounts(place, status);
    refill();
    const button = (label, onclick) => el("button", {type: "button", onclick}, label);
    return [
      el("p", {}, t("order")),
      el("div", {class: "controls", role: "search"},
        el("label", {for: "find"}, t("find"), searchField()),
        el("label", {for: "sign"}, t("onlySign"), signChoice()),
        button(t("openFirst", Math.min(FOR_PRINT, data.accounts.length)), openFirst),
        button(t("closeAll"), closeAll), button(t("print"), () => window.print())),
      status, place];
  }

  function setFilter(text, sign) {
    filter.text = text;
    filter.sign = sign;
    document.getElementById("find").value = text;
    document.getElementById("sign").value = sign;
    refill();
  }
  function showSign(id) {
    setFilter("", id);
    document.getElementById("accounts").scrollIntoView();
    document.getElementById("accounts-title").focus();
  }
  function showAccount(account) {
    if (!accountParts.has(account)) setFilter(accountName(account), "");
    openAccounts.add(account);
    accountParts.get(account).set(true);
    accountParts.get(account).button.focus();
    accountParts.get(account).node.scrollIntoView({block: "start"});
  }
