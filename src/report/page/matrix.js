  // Who shares what with whom: a row for each account, a column for each shared thing. Unlike lines
  // between two columns of names, it stays readable with many accounts.
  const KINDS = ["document", "payout", "device", "phone", "email", "address", "website", "photo",
                 "text"];
  const ROUNDS = 40;
  const COLUMNS_WIDE = 34;  // as many as fit on a sheet of A4
  const COLUMNS_NARROW = 7;

  // One shape for each kind, so that colour says nothing alone.
  const SHAPES = [
    "M-6-8h9l4 4v12h-13z", "M0-8l8 8-8 8-8-8z", "M-9-6h18v12h-18z", "M0-8l8 14h-16z",
    "M-8-6h16l-8 14z", "M-8 8v-9l8-7 8 7v9z", "M0-8l8 6-3 9h-10l-3-9z", "M-7-7h14v14h-14z",
    "M-8-3h16v6h-16z"];
  function shape(kind) {
    const number = KINDS.indexOf(kind);
    return svg("svg", {viewBox: "-10 -10 20 20", class: "shape", "aria-hidden": "true"},
      svg("path", {d: SHAPES[number] || "M0-7a7 7 0 1 1 0 14a7 7 0 1 1 0-14z",
                   class: "kind kind-" + number}));
  }

  const mean = (numbers) => numbers.reduce((sum, n) => sum + n, 0) / Math.max(1, numbers.length);
  const orderBy = (keys) => keys.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || a - b);
  function placesOf(order) {
    const places = [];
    order.forEach((one, place) => (places[one] = place));
    return places;
  }

  // Orders of accounts and things in which those that belong together stand together: each stands
  // at the mean of its partners, in turn (the barycentre method; K. Sugiyama, S. Tagawa, M. Toda,
  // IEEE Transactions on Systems, Man, and Cybernetics 11 (2), 1981).
  function arrange(group) {
    const users = group.shared.map(([, , uses]) => uses.map((use) => use[0]));
    const used = group.accounts.map(() => []);
    users.forEach((list, thing) => list.forEach((account) => used[account].push(thing)));
    let accounts = group.accounts.map((_, i) => i);
    let things = [];
    for (let round = 0; round < ROUNDS; ++round) {
      const rows = placesOf(accounts);
      things = orderBy(users.map((list) => mean(list.map((account) => rows[account]))));
      const columns = placesOf(things);
      accounts = orderBy(used.map((list) => mean(list.map((thing) => columns[thing]))));
    }
    return {accounts, things};
  }

  // Things of one kind with the same accounts are one column. Numbered by kind in the order of the
  // columns: "document 1", "device 3–5". A column: {name, kind, things, uses: [account…], since}.
  function columnsOf(group, order) {
    const columns = new Map();
    for (const thing of order) {
      const [kind, total, uses] = group.shared[thing];
      const accounts = uses.map((use) => use[0]).sort((a, b) => a - b);
      const key = [kind, total, ...accounts].join(" ");
      if (!columns.has(key)) columns.set(key, {kind, things: [], uses: accounts, since: []});
      const column = columns.get(key);
      column.things.push(thing);
      for (const [account, time] of uses) {
        if (time === undefined) continue;
        column.since[account] = Math.min(time, column.since[account] ?? time);
      }
    }
    const numbers = {};
    for (const column of columns.values()) {
      const from = (numbers[column.kind] || 0) + 1;
      const to = numbers[column.kind] = from + column.things.length - 1;
      column.name = word("link", column.kind) + " " + from + (to > from ? "–" + to : "");
    }
    return [...columns.values()];
  }

  // What a picture of a group needs, worked out once.
  const layouts = new Map();
  function layoutOf(group) {
    if (!layouts.has(group)) {
      const {accounts, things} = arrange(group);
      layouts.set(group, {accounts, things});
    }
    const {accounts, things} = layouts.get(group);
    return {accounts, columns: columnsOf(group, things)};  // names in the language of the moment
  }

  // The cell of one account and one column: a mark, a piece of the line that joins the marks, or
  // nothing.
  function matrixCell(account, column, rows) {
    const marks = column.uses.map((use) => rows.indexOf(use));
    const [first, last] = [Math.min(...marks), Math.max(...marks)];
    const place = rows.indexOf(account);
    const line = first === last || place < first || place > last ? undefined
      : place === first ? "from" : place === last ? "to" : "through";
    if (!column.uses.includes(account)) return el("td", {class: line});
    const since = column.since[account];
    const said = since === undefined ? t("uses") : t("usesSince", dayOf(since));
    return el("td", {class: line, title: said}, shape(column.kind),
      el("span", {class: "unseen"}, said));
  }

  function matrixTable(group, caption, rows, columns) {
    const body = rows.map((account) => el("tr", {},
      el("th", {scope: "row"}, levelDots(group.accounts[account]), " ",
        accountButton(group.accounts[account])),
      columns.map((column) => matrixCell(account, column, rows))));
    return el("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": caption},
      el("table", {class: "matrix"},
        el("caption", {class: "quiet"}, caption),
        el("thead", {}, el("tr", {}, el("th", {scope: "col"}, t("account")),
          columns.map((column) => el("th", {scope: "col"},
            el("span", {class: "upright"}, column.name))))),
        el("tbody", {}, body)));
  }

  // In parts of a readable width, each with the accounts that it is about.
  function matrix(group, number) {
    const isNarrow = document.documentElement.clientWidth < 640;
    const most = isNarrow ? COLUMNS_NARROW : COLUMNS_WIDE;
    const {accounts, columns} = layoutOf(group);
    const parts = Math.max(1, Math.ceil(columns.length / most));
    const size = Math.ceil(columns.length / parts);
    const tables = [];
    for (let part = 0; part < parts; ++part) {
      const some = columns.slice(part * size, (part + 1) * size);
      const rows = accounts.filter((account) => some.some(({uses}) => uses.includes(account)));
      const caption = parts > 1 ? t("matrixPart", String(number), String(part + 1), String(parts))
                                : t("matrix", String(number));
      tables.push(matrixTable(group, caption, rows, some));
    }
    return el("figure", {class: "who-shares"}, tables,
      el("figcaption", {}, t("matrixText")));
  }
