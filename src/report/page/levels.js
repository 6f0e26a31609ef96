  // Levels, and what an account's assessment says. An account: [text of the name, group, level,
  // path, bits, contributions]; a contribution: [kind, grade, role, bits, counted with, how many
  // findings, exemptions]; data.proofs holds the findings.
  const LEVELS = ["Context", "Flag", "Review", "Urgent"];
  const GRADES = ["context", "flag", "hard", "opener"];
  const ROLES = ["counted", "same_cause", "context", "exempted", "hub", "people_only"];
  const REVERIFICATION_ONLY = 1;
  const LINKED = 2;
  const CODES_SHOWN = 6;
  const SOLID = 1;
  const DECISIVE = 2;
  const UNANSWERED = 4;

  const levelOf = (account) =>
    (typeof account === "number" ? data.accounts[account][2] : 0);
  const levelDots = (account) => el("span", {title: levelWord(levelOf(account))},
    dots(levelOf(account)), el("span", {class: "unseen"}, levelWord(levelOf(account))));

  // An indicator, or what stands for a rule without one.
  const ownRules = data.ownRules.map((title) =>
    ({id: "", name: [title, title, title], class: "own_rule", own: true}));
  const kindOf = (kind) =>
    data.indicators[kind] || ownRules[kind - data.indicators.length];
  const codeOf = (kind) => kindOf(kind).id || kindOf(kind).name[0];

  const groupOf = (account) =>
    (data.groups[data.accounts[account][1]] ? data.accounts[account][1] : -1);
  const contributionsOf = (account) => data.accounts[account][5];
  const roleOf = (contribution) => ROLES[contribution[2]];
  const isCounted = (contribution) => roleOf(contribution) === "counted";

  // Kinds of evidence that count: those with a sign that may stand on its own first.
  function classesOf(account) {
    const solid = new Set();
    const proxies = new Set();
    for (const one of contributionsOf(account).filter(isCounted)) {
      (one[3] & SOLID ? solid : proxies).add(kindOf(one[0]).class);
    }
    return [...solid].map((name) => [name, true])
      .concat([...proxies].filter((name) => !solid.has(name)).map((name) => [name, false]));
  }
  // What made the level, or what there is, and how many more.
  function codesText(account) {
    const all = contributionsOf(account);
    const decisive = all.filter((one) => one[3] & DECISIVE);
    const named = (decisive.length > 0 ? decisive : all).slice(0, CODES_SHOWN);
    return named.map((one) => codeOf(one[0])).join(" ") +
      (all.length > named.length ? " +" + (all.length - named.length) : "");
  }
  const classText = ([name, solid]) => word("class", name) + (solid ? "" : " ⚠");

  function roleText(contribution) {
    const role = roleOf(contribution);
    if (role === "same_cause") return t("same_cause", codeOf(contribution[4]));
    if (role === "context") return t("contextRole");
    if (role !== "counted") return t(role);
    if (contribution[3] & DECISIVE) return t("decisive") + (contribution[3] & SOLID ? "" : " ⚠");
    return t(contribution[3] & SOLID ? "counted" : "countedProxy");
  }
