  // The parts of the form: fields, objects of fields, lists of objects. A part: {field, node,
  // read() → value or undefined, write(value, pointer, lost), isEmpty(), check(needed, found)}.
  // `lost` and `found` take what could not be shown, and what is wrong.
  let partsMade = 0;
  const names = Object.fromEntries([...data.measures, ...data.indicators]);

  function hintOf(field, id) {
    if (!field.hint && !field.serves) return null;
    const serves = field.serves && el("span", {class: "serves"}, sayWord("serves"), " ",
      field.serves);
    return el("p", {class: "hint", id}, field.hint && sayLocal(field.hint),
              field.hint && serves ? " " : "", serves);
  }
  // As text: years are not grouped.
  const limitsOf = (field) => [String(field.least), String(field.most)];
  // What is required only once something is said here is not marked.
  const isMarked = (field) => isRequired(field) && !field.optional;
  const requiredMark = (field) => isMarked(field) &&
    el("span", {class: "required"}, " ", sayWord("required"));

  function makeLeaf(field) {
    const id = "f" + ++partsMade;
    const control = (OWN_CONTROLS[field.path] || CONTROLS[field.kind])(field, id);
    const hint = hintOf(field, id + "-hint");
    const problem = el("p", {class: "problem", id: id + "-problem", hidden: true});
    const target = control.target;
    const part = {field, control, target};
    part.show = (key) => {
      problem.hidden = !key;
      forget(problem);
      problem.replaceChildren(...(key ? [el("span", {"aria-hidden": "true"}, "✗ "),
        say(() => t(key, ...limitsOf(field)))] : []));
      if (key) target.setAttribute("aria-invalid", "true");
      else target.removeAttribute("aria-invalid");
    };
    target.setAttribute("aria-describedby", (hint ? hint.id + " " : "") + problem.id);
    if (isMarked(field)) target.setAttribute("aria-required", "true");
    part.node = el(control.group ? "fieldset" : "div",
      {class: "field kind-of-" + field.kind, "data-path": field.path},
      el(control.group ? "legend" : "label", control.group ? {} : {for: id},
         sayLocal(field.label), requiredMark(field)),
      hint, control.node, problem);
    part.node.addEventListener("input", () => part.show(null));
    part.read = () => control.read().value;
    part.write = (value, pointer, lost) => {
      if (!control.write(value)) lost.push([pointer, value]);
    };
    part.isEmpty = () => Object.keys(control.read()).length === 0;
    part.check = (needed, found) => {
      const {value, problem: wrong} = control.read();
      const key = wrong || (needed && value === undefined ? "missing" : null);
      part.show(key);
      if (key) found.push({part, key});
    };
    return part;
  }

  // What an object holds, without a frame.
  function makeFields(fields, path, level) {
    const parts = fields.map((field) => makePart(field, level));
    const of = (key) => parts.find((part) => part.field.key === key);
    return {
      parts, of,
      read() {
        const value = {};
        for (const part of parts) {
          const one = part.read();
          if (one !== undefined) value[part.field.key] = one;
        }
        return Object.keys(value).length > 0 ? value : undefined;
      },
      write(value, pointer, lost) {
        if (typeof value !== "object" || value === null || Array.isArray(value)) {
          lost.push([pointer, value]);
          return;
        }
        for (const [key, one] of Object.entries(value)) {
          const part = of(key);
          if (part) part.write(one, pointer + "/" + key, lost);
          else lost.push([pointer + "/" + key, one]);
        }
      },
      isEmpty: () => parts.every((part) => part.isEmpty()),
      check(needed, found) {
        const here = needed || parts.some((part) => !part.isEmpty());
        for (const part of parts) part.check(here && isRequired(part.field), found);
        if (!here) return;
        for (const [key, message] of ruleOf(path)((name) => of(name).read())) {
          if (found.some((one) => one.part === of(key))) continue;
          of(key).show(message);
          found.push({part: of(key), key: message});
        }
      }};
  }

  function makeObject(field, level) {
    const inside = makeFields(field.fields, field.path, level);
    const nodes = el("div", {class: "fields"}, inside.parts.map((part) => part.node));
    // The claims of a profile are many: folded until wanted.
    const node = field.path === "profiles.fields"
      ? el("details", {class: "object", "data-path": field.path},
           el("summary", {}, sayLocal(field.label)), hintOf(field), nodes)
      : el("fieldset", {class: "object", "data-path": field.path},
           el("legend", {}, sayLocal(field.label)), hintOf(field), nodes);
    return {...inside, field, node, inside: nodes};
  }

  // A list that is a section has the heading of the section.
  function makeList(field, level) {
    const title = field.path.includes(".");
    const id = "f" + ++partsMade;
    const none = nothingBox(field, id);
    const place = el("div", {});
    const add = el("button", {type: "button", class: "add", onclick: () => addRow().focus()},
      "+ ", sayWord("add"), el("span", {class: "unseen"}, ": ", sayLocal(field.label)));
    const rows = [];

    function removeRow(row) {
      const at = rows.indexOf(row);
      rows.splice(at, 1);
      forget(row.node);
      row.node.remove();
      number();
      changed();
      (rows[at] || rows[at - 1] || {focus: () => add.focus()}).focus();
    }
    function number() {
      if (none.node) none.node.hidden = rows.length > 0;
      add.disabled = rows.length >= data.itemsMax;
      sayAgain();
    }
    function addRow() {
      const fields = makeFields(field.fields, field.path, title ? level + 1 : level);
      const row = {fields, focus: () => row.node.querySelector("input, select, textarea").focus()};
      const name = () => t("place", local(field.one || field.label), rows.indexOf(row) + 1);
      row.node = el("fieldset", {class: "row"}, el("legend", {}, say(name)),
        el("div", {class: "fields"}, fields.parts.map((part) => part.node)),
        el("button", {type: "button", class: "small remove", onclick: () => removeRow(row)},
          say(() => t("remove", name()))));
      rows.push(row);
      place.append(row.node);
      number();
      changed();
      return row;
    }
    const node = el("div", {class: "list", "data-path": field.path},
      title && el("h" + level, {}, sayLocal(field.label)), title && hintOf(field), none.node, place,
      add);
    return {
      field, node,
      read: () => (rows.length > 0 ? rows.map((row) => row.fields.read() || {})
        : none.box.checked ? [] : undefined),
      write(value, pointer, lost) {
        if (!Array.isArray(value)) {
          lost.push([pointer, value]);
          return;
        }
        none.box.checked = value.length === 0;
        value.slice(0, data.itemsMax).forEach((one, i) =>
          addRow().fields.write(one, pointer + "/" + i, lost));
        if (value.length > data.itemsMax) lost.push([pointer, value.length]);
      },
      isEmpty: () => rows.length === 0 && !none.box.checked,
      check: (needed, found) => rows.forEach((row) => row.fields.check(true, found))};
  }

  function makePart(field, level) {
    if (field.path === "answers") return makeAnswers(field);
    if (field.kind === "objects") return makeList(field, level);
    return field.kind === "object" ? makeObject(field, level) : makeLeaf(field);
  }
