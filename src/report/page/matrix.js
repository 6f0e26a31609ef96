  // Who shares what with whom: a row for each account, a column for each shared thing. Unlike lines
  // between two columns of names, it stays readable with many accounts.
  const KINDS = ["document", "payout", "device", "phone", "email", "address", "website", "photo",
                 "text"];
  const ROUNDS = 12;
  const COLUMNS_WIDE = 20;
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

  // Shared things numbered by kind: "document 1", "document 2".
  function sharedNames(group) {
    const numbers = {};
    return group.shared.map(([kind]) => {
      numbers[kind] = (numbers[kind] || 0) + 1;
      return word("link", kind) + " " + numbers[kind];
    });
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

  // The cell of one account and one thing: a mark, a piece of the line that joins the marks of a
  // column, or nothing.
  function matrixCell(row, thing, rows, group) {
    const [kind, , uses] = group.shared[thing];
    const marks = uses.map((use) => rows.indexOf(use[0])).filter((place) => place >= 0);
    const place = rows.indexOf(row);
    const isFirst = place === Math.min(...marks);
    const isLast = place === Math.max(...marks);
    const within = place >= Math.min(...marks) && place <= Math.max(...marks);
    const use = uses.find(([account]) => account === row);
    const line = within && !(isFirst && isLast)
      ? isFirst ? "from" : isLast ? "to" : "through" : undefined;
    if (!use) return el("td", {class: line});
    const said = use[1] === undefined ? t("uses") : t("usesSince", dayOf(use[1]));
    return el("td", {class: line, title: said}, shape(kind), el("span", {class: "unseen"}, said));
  }

  function matrixTable(group, caption, rows, things) {
    const names = sharedNames(group);
    const heads = things.map((thing) => el("th", {scope: "col"},
      shape(group.shared[thing][0]), el("span", {class: "upright"}, names[thing])));
    const body = rows.map((row) => el("tr", {},
      el("th", {scope: "row"}, dots(levelOf(group.accounts[row])), " ",
        accountButton(group.accounts[row])),
      things.map((thing) => matrixCell(row, thing, rows, group))));
    return el("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": caption},
      el("table", {class: "matrix"},
        el("caption", {class: "quiet"}, caption),
        el("thead", {}, el("tr", {}, el("th", {scope: "col"}, t("account")), heads)),
        el("tbody", {}, body)));
  }

  // In parts of a readable width, each with the accounts that it is about.
  function matrix(group, number) {
    const isNarrow = document.documentElement.clientWidth < 640;
    const columns = isNarrow ? COLUMNS_NARROW : COLUMNS_WIDE;
    const {accounts, things} = arrange(group);
    const parts = Math.max(1, Math.ceil(things.length / columns));
    const size = Math.ceil(things.length / parts);
    const tables = [];
    for (let part = 0; part < parts; ++part) {
      const some = things.slice(part * size, (part + 1) * size);
      const rows = accounts.filter((account) =>
        some.some((thing) => group.shared[thing][2].some((use) => use[0] === account)));
      const caption = parts > 1 ? t("matrixPart", String(number), String(part + 1), String(parts))
                                : t("matrix", String(number));
      tables.push(matrixTable(group, caption, rows, some));
    }
    return el("figure", {class: "who-shares"}, tables,
      el("figcaption", {}, t("matrixText")));
  }
