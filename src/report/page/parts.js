  // Small parts that everything is made of.
  const SVG = "http://www.w3.org/2000/svg";

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name === "onclick") node.addEventListener("click", value);
      else node.setAttribute(name, value === true ? "" : value);
    }
    for (const child of children.flat(Infinity)) {
      if (child === undefined || child === null || child === false) continue;
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return node;
  }
  const el = (name, attributes, ...children) =>
    fill(document.createElement(name), attributes, children);
  const svg = (name, attributes, ...children) =>
    fill(document.createElementNS(SVG, name), attributes, children);

  // A phrase of the page; $0, $1 … are replaced. A plural form stands behind "|".
  function t(key, ...values) {
    const entry = WORDS[key];
    let text = entry[languageIndex()];
    const bar = text.indexOf("|");
    if (bar >= 0) text = values[0] === 1 ? text.slice(0, bar) : text.slice(bar + 1);
    return text.replace(/\$(\d)/g, (match, index) =>
      typeof values[index] === "number" ? count(values[index]) : values[index]);
  }
  // A text of the data in three languages.
  const local = (texts) => texts[languageIndex()] || texts.find((text) => text) || "";
  const word = (list, name) => {
    const texts = data.words[list] && data.words[list][name];
    return texts ? local(texts) : name;
  };
  const count = (number) => number.toString().replace(/\B(?=(\d{3})+$)/g, ",");

  // "2026-04-01 09:05", UTC; times of the data count from the first event.
  const timeOf = (offset) => {
    const text = new Date(data.input.first + offset).toISOString();
    return text.slice(0, 10) + " " + text.slice(11, 16);
  };
  const dayOf = (offset) => timeOf(offset).slice(0, 10);
  function timeElement(offset) {
    const iso = new Date(data.input.first + offset).toISOString();
    return el("time", {datetime: iso, title: iso}, timeOf(offset));
  }
  function span(milliseconds) {
    const days = Math.floor(milliseconds / 86400000);
    if (days > 0) return t("days", days);
    const hours = Math.floor(milliseconds / 3600000);
    if (hours > 0) return t("hours", hours);
    return t("minutes", Math.max(1, Math.round(milliseconds / 60000)));
  }

  // Texts from events keep their own direction and never join with what stands around them.
  const foreign = (text, attributes) => el("bdi", attributes, text);
  const textOf = (number) => (number < 0 ? "" : data.texts[number]);
  const accountName = (account) =>
    textOf(typeof account === "number" ? data.accounts[account][0] : account[0]);

  function table(caption, heads, rows, attributes) {
    for (const one of rows) {  // shown where a table becomes a list
      [...one.cells].forEach((cell, i) => cell.setAttribute("data-label", heads[i]));
    }
    return el("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": caption},
      el("table", attributes,
        el("caption", {class: "quiet"}, caption),
        el("thead", {}, el("tr", {}, heads.map((head) => el("th", {scope: "col"}, head)))),
        el("tbody", {}, rows)));
  }
  const row = (head, ...cells) =>
    el("tr", {}, el("th", {scope: "row"}, head), cells.map((cell) => el("td", {}, cell)));

  // A list that grows by a button. `make(index)` gives an item.
  function growingList(total, step, make, attributes, start) {
    const list = el("ul", attributes);
    const more = el("button", {type: "button", class: "more"});
    let shown = 0;
    function grow(upTo) {
      const first = shown;
      for (; shown < Math.min(total, upTo); ++shown) list.append(make(shown));
      more.hidden = shown >= total;
      more.textContent = t("showMore", Math.min(step, total - shown), total - shown);
      return list.children[first];
    }
    more.addEventListener("click", () => {
      const first = grow(shown + step);
      const target = first && first.querySelector("button, summary, a");
      if (target) target.focus();
    });
    grow(start || step);
    return {list, more, grow, shown: () => shown};
  }

  // For paper, what is folded inside of something open is unfolded, and folded again afterwards.
  const closers = new WeakMap();  // button → opens or closes
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    const wanted = ".card > .inside:not([hidden]) .opener[aria-expanded=false]";
    for (let found = document.querySelectorAll(wanted); found.length > 0;
      found = document.querySelectorAll(wanted)) {
      for (const button of found) {
        unfolded.push(button);
        closers.get(button)(true);
      }
    }
  });
  window.addEventListener("afterprint", () => {
    for (const button of unfolded) closers.get(button)(false);
    unfolded = [];
  });

  // What opens and closes, with its inside made when it is first opened.
  function disclosure(level, label, make, isOpen, onToggle, attributes) {
    const inside = el("div", {class: "inside", hidden: true});
    const button = el("button", {type: "button", class: "opener", "aria-expanded": "false"}, label);
    function set(open) {
      if (open && !inside.firstChild) fill(inside, {}, [make()]);
      inside.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
    }
    button.addEventListener("click", () => {
      const open = inside.hidden;
      set(open);
      if (onToggle) onToggle(open);
    });
    closers.set(button, set);
    if (isOpen) set(true);
    return {node: el("div", attributes, el(level, {class: "opener-line"}, button), inside),
            set, button};
  }
