  // The queue: filters, the list, details on demand.
  const ACCOUNTS_STEP = 40;
  const FOR_PRINT = 20;
  const openAccounts = new Set();
  // Without anything above, context is all there is to show.
  const allLevels = () => LEVELS.map((_, level) => level);
  const usualLevels = () => allLevels().filter((level) =>
    level > 0 || data.totals.levels.slice(1).every((number) => number === 0));
  const filter = {text: "", sign: "", kind: "", levels: new Set(usualLevels())};
  let accountParts = new Map();
  let accountList = null;
  let visible = [];
  let refill = null;

  function makeAccount(account) {
    const part = disclosure("h3", accountLabel(account), () => accountInside(account),
      openAccounts.has(account),
      (open) => (open ? openAccounts.add(account) : openAccounts.delete(account)),
      {class: "card"});
    accountParts.set(account, part);
    return el("li", {}, part.node);
  }

  // All but the level.
  function suits(account) {
    const contributions = contributionsOf(account);
    if (filter.sign && !contributions.some((one) => kindOf(one[0]).id === filter.sign)) {
      return false;
    }
    if (filter.kind && !classesOf(account).some(([name]) => name === filter.kind)) return false;
    if (!filter.text) return true;
    const wanted = filter.text.toLowerCase();
    return accountName(account).toLowerCase().includes(wanted) ||
      contributions.some((one) => codeOf(one[0]).toLowerCase() === wanted);
  }

  function fillAccounts(place, status) {
    visible = [];
    let otherLevels = 0;
    for (let account = 0; account < data.accounts.length; ++account) {
      if (!suits(account)) continue;
      if (filter.levels.has(levelOf(account))) visible.push(account);
      else ++otherLevels;
    }
    accountParts = new Map();
    accountList = growingList(visible.length, ACCOUNTS_STEP, (i) => makeAccount(visible[i]),
      {class: "plain cards"});
    place.replaceChildren(accountList.list, accountList.more);
    status.replaceChildren(visible.length > 0 ? t("found", visible.length) : t("noAccounts"));
    if (otherLevels === 0) return;
    fill(status, {}, [visible.length > 0 ? t("stop") : " ", t("otherLevels", otherLevels), " ",
      el("button", {type: "button", class: "link", onclick: () => {
        setFilter({...filter, levels: allLevels()});
      }}, t("showAllLevels"))]);
  }

  function choice(id, name, options) {
    const select = el("select", {id}, options.map(([value, label]) =>
      el("option", {value}, label)));
    select.value = filter[name];
    select.addEventListener("change", () => {
      filter[name] = select.value;
      refill();
    });
    return select;
  }

  function signChoice() {
    const seen = data.indicators.filter((indicator) => indicator.findings)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return choice("sign", "sign", [["", t("allSigns")], ...seen.map((indicator) =>
      [indicator.id, indicator.id + " " + local(indicator.name)])]);
  }

  function classChoice() {
    const seen = new Set();
    for (let account = 0; account < data.accounts.length; ++account) {
      for (const [name] of classesOf(account)) seen.add(name);
    }
    return choice("kind", "kind", [["", t("allClasses")],
      ...Object.keys(data.words.class).filter((name) => seen.has(name))
        .map((name) => [name, word("class", name)])]);
  }

  function levelChoice() {
    const boxes = allLevels().reverse().map((level) => {
      const box = el("input", {type: "checkbox", id: "level-" + level});
      box.checked = filter.levels.has(level);
      box.addEventListener("change", () => {
        if (box.checked) filter.levels.add(level);
        else filter.levels.delete(level);
        refill();
      });
      return el("label", {for: "level-" + level}, box, " ", badge(level), " ",
        el("span", {class: "number"}, count(data.totals.levels[level])));
    });
    return el("fieldset", {class: "level-choice"}, el("legend", {}, t("levelsShown")), boxes);
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

  function queue() {
    if (data.accounts.length === 0) return [el("p", {}, t("leadNone")), others()];
    const place = el("div", {});
    const status = el("p", {role: "status", class: "quiet"});
    refill = () => fillAccounts(place, status);
    refill();
    const button = (label, onclick) => el("button", {type: "button", onclick}, label);
    return [
      el("p", {}, t("queueLead")),
      el("div", {class: "controls", role: "search"},
        levelChoice(),
        el("label", {for: "find"}, t("find"), searchField()),
        el("label", {for: "kind"}, t("onlyClass"), classChoice()),
        el("label", {for: "sign"}, t("onlySign"), signChoice()),
        el("div", {class: "buttons"}, button(t("openFirst", Math.min(FOR_PRINT, data.accounts.length)), openFirst),
        button(t("closeAll"), closeAll), button(t("print"), () => window.print()))),
      status, place, others()];
  }

  function setFilter({text = "", sign = "", kind = "", levels = allLevels()}) {
    filter.levels = new Set(levels);
    for (const level of allLevels()) {
      document.getElementById("level-" + level).checked = filter.levels.has(level);
    }
    filter.text = text;
    filter.sign = sign;
    filter.kind = kind;
    document.getElementById("find").value = text;
    document.getElementById("sign").value = sign;
    document.getElementById("kind").value = kind;
    refill();
  }
  function showSection(id) {
    document.getElementById(id).scrollIntoView();
    document.getElementById(id + "-title").focus({preventScroll: true});
  }
  function showQueue(wanted) {
    setFilter(wanted);
    showSection("queue");
  }
  function showAccount(account) {
    if (!visible.includes(account)) setFilter({text: accountName(account)});
    accountList.grow(visible.indexOf(account) + 1);
    openAccounts.add(account);
    accountParts.get(account).set(true);
    accountParts.get(account).button.focus();
    accountParts.get(account).node.scrollIntoView({block: "start"});
  }

  function others() {
    if (data.others.length === 0) return null;
    return [el("h3", {}, t("withoutAccount")),
            data.others.slice(0, 200).map((number) => findingPart(data.findings[number], null)),
            data.others.length > 200 && el("p", {}, t("andMore", data.others.length - 200))];
  }
