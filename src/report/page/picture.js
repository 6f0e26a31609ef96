  // Who shares what: accounts on the left, shared things on the right, lines between them.
  const KINDS = ["document", "payout", "device", "phone", "email", "address", "website", "photo",
                 "text"];
  const LINE = 26;

  // Text cut to about `units` of the width of a letter; wide characters count two.
  function cut(text, units) {
    let used = 0;
    let kept = "";
    for (const character of text) {
      used += character.codePointAt(0) > 0x1100 ? 2 : 1;
      if (used > units) return kept + "…";
      kept += character;
    }
    return text;
  }

  // One shape for each kind, so that colour says nothing alone.
  function shape(kind, x, y) {
    const number = KINDS.indexOf(kind);
    const paths = [
      "M-6-8h9l4 4v12h-13z", "M0-8l8 8-8 8-8-8z", "M-9-6h18v12h-18z", "M0-8l8 14h-16z",
      "M-8-6h16l-8 14z", "M-8 8v-9l8-7 8 7v9z", "M0-8l8 6-3 9h-10l-3-9z", "M-7-7h14v14h-14z",
      "M-8-3h16v6h-16z"];
    return svg("path", {d: paths[number] || "M0-7a7 7 0 1 1 0 14a7 7 0 1 1 0-14z",
                        transform: `translate(${x} ${y})`, class: "kind kind-" + number});
  }

  // Shared things numbered by kind: "document 1", "document 2".
  function sharedNames(group) {
    const numbers = {};
    return group.shared.map(([kind]) => {
      numbers[kind] = (numbers[kind] || 0) + 1;
      return word("link", kind) + " " + numbers[kind];
    });
  }

  // Things stand near the middle of their accounts, so that few lines cross.
  function orderOfThings(group) {
    const middle = group.shared.map(([, , uses]) =>
      uses.reduce((sum, use) => sum + use[0], 0) / Math.max(1, uses.length));
    return group.shared.map((_, i) => i).sort((a, b) => middle[a] - middle[b] || a - b);
  }

  function groupPicture(group, number, isNarrow) {
    const width = isNarrow ? 340 : 720;
    const left = isNarrow ? 118 : 240;
    const right = width - (isNarrow ? 118 : 210);
    const things = orderOfThings(group);
    const rows = Math.max(group.accounts.length, things.length);
    const height = rows * LINE + 16;
    const y = (i, total) => 8 + (i + 0.5) * (rows * LINE) / total;
    const names = sharedNames(group);
    const lines = [];
    const marks = [];
    things.forEach((thing, place) => {
      const [kind, , uses] = group.shared[thing];
      const to = y(place, things.length);
      for (const [account] of uses) {
        const from = y(account, group.accounts.length);
        const bend = (right - left) / 2;
        lines.push(svg("path", {class: "line line-" + KINDS.indexOf(kind),
          d: `M${left} ${from.toFixed(1)}C${left + bend} ${from.toFixed(1)} ${right - bend - 12} ` +
             `${to.toFixed(1)} ${right - 12} ${to.toFixed(1)}`}));
      }
      marks.push(shape(kind, right, to.toFixed(1)),
        svg("text", {x: right + 14, y: (to + 4).toFixed(1), class: "thing"},
          cut(names[thing], isNarrow ? 14 : 28)));
    });
    const accounts = group.accounts.map((account, i) => [
      svg("circle", {cx: left, cy: y(i, group.accounts.length).toFixed(1), r: 5, class: "person"}),
      svg("text", {x: left - 10, y: (y(i, group.accounts.length) + 4).toFixed(1), class: "who"},
        cut(accountName(account), isNarrow ? 14 : 30))]);
    return svg("svg", {viewBox: `0 0 ${width} ${height}`, role: "img", class: "picture",
                       "aria-label": t("groupPicture", String(number))},
      svg("title", {}, t("groupPicture", String(number))), lines, marks, accounts);
  }
