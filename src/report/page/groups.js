  // The groups of accounts that share identifiers.
  const GROUPS_STEP = 12;
  const openGroups = new Set();
  let groupNodes = [];

  function accountButton(account) {
    if (typeof account !== "number") return foreign(accountName(account));
    return el("button", {type: "button", class: "link", onclick: () => showAccount(account)},
      foreign(accountName(account)));
  }

  function groupTitle(group, number) {
    const kinds = [...new Set(group.shared.map(([kind]) => kind))];
    return [badge(group.level), " ", t("groupTitle", String(number), group.size,
      kinds.map((kind) => word("link", kind)).join(", "))];
  }

  // "urgent 2 · review 3"
  const memberLevels = (group) => group.members
    .map((number, level) => number > 0 && t("byLevel", number, levelWord(level)))
    .filter((text) => text).reverse().join(" · ");

  function groupTable(group) {
    const rows = layoutOf(group).columns.flatMap(({name, things}) => things.map((thing, i) => {
      const [, total, uses] = group.shared[thing];
      const users = uses.map(([account, time, event]) => el("li", {},
        accountButton(group.accounts[account]), " ",
        el("span", {class: "quiet"}, "(",
          time === undefined ? t("first") : [timeElement(time), ", ", foreign(textOf(event))],
          ")")));
      if (total > uses.length) users.push(el("li", {}, t("andMore", total - uses.length)));
      const part = things.length > 1 ? " (" + (i + 1) + "/" + things.length + ")" : "";
      return row(name + part, el("ul", {class: "plain"}, users));
    }));
    return table(t("groupTable"), [t("shared"), t("sharedBy")], rows, {});
  }

  function groupInside(group, number) {
    const isCut = group.accounts.length < group.size || group.shared.length < group.sharedCount;
    return [
      el("p", {}, t("groupLevels", memberLevels(group))),
      isCut && el("p", {class: "note"}, t("groupCut", group.accounts.length, group.size,
        group.shared.length, group.sharedCount)),
      matrix(group, number),
      disclosure("h4", t("sinceWhen"), () => groupTable(group), false, null,
        {class: "more-of"}).node];
  }

  function makeGroup(index) {
    const group = data.groups[index];
    const part = disclosure("h3", groupTitle(group, index + 1),
      () => groupInside(group, index + 1), openGroups.has(index),
      (open) => (open ? openGroups.add(index) : openGroups.delete(index)), {class: "card"});
    groupNodes[index] = part;
    return el("li", {}, part.node);
  }

  let groupList = null;
  function groups() {
    if (data.groups.length === 0) return el("p", {}, t("noGroups"));
    const shown = groupList ? groupList.shown() : GROUPS_STEP;
    groupNodes = [];
    groupList = growingList(data.groups.length, GROUPS_STEP, makeGroup, {class: "plain cards"},
      shown);
    return [el("p", {}, t("groupsLead")), groupList.list, groupList.more];
  }

  function showGroup(index) {
    groupList.grow(index + 1);
    openGroups.add(index);
    groupNodes[index].set(true);
    groupNodes[index].button.focus();
    groupNodes[index].node.scrollIntoView({block: "start"});
  }
