  // What a field is filled in with. A control: {node, target, group, read(), write(value)}; read()
  // gives {} when it is empty, {value}, or {problem}: a key of WORDS. write() is false when the
  // control cannot show the value. A value that nobody changes is written as it was read.
  const LONG = ["cv_text", "statement", "note", "reason", "mrz"];

  function typed(input, problem, parse, show = String) {
    let kept = null;
    return {
      node: input, target: input,
      read() {
        if (input.validity.badInput) return {problem};
        const isKept = kept !== null && kept.shown !== "" && input.value === kept.shown;
        if (!isKept && input.value.trim() === "") return {};
        const value = parse(input.value);
        if (value === undefined) return {problem};
        return {value: isKept ? kept.value : value};
      },
      write(value) {
        const text = show(value);
        if (text === undefined) return false;
        input.value = text;
        kept = {value, shown: input.value};
        return true;
      }};
  }
  const input = (id, attributes) => el("input", {id, type: "text", autocomplete: "off",
                                                 spellcheck: "false", ...attributes});
  const ifText = (value) => (typeof value === "string" ? value : undefined);
  const matching = (pattern) => (text) => (pattern.test(text.trim()) ? text.trim() : undefined);
  const isDay = (text) => {
    const time = new Date(text + "T00:00:00Z");
    return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
  };

  function textControl(field, id) {
    const box = LONG.includes(field.key) ? el("textarea", {id, rows: 3, autocomplete: "off"})
                                         : input(id);
    return typed(box, "", (text) => text, ifText);
  }

  const option = (value, ...label) => el("option", {value}, label);
  // `choices`: [value, what makes its label].
  function selectControl(id, choices) {
    const select = el("select", {id}, option("", sayWord("notStated")),
      choices.map(([value, make]) => option(value, say(make))));
    const list = () => [...select.options];
    return {
      node: select, target: select,
      read: () => (select.value === "" ? {} : {value: select.value}),
      write(value) {
        if (!list().some((one) => one.value === value)) return false;
        select.value = value;
        return true;
      }};
  }
  const wordControl = (field, id) =>
    selectControl(id, field.words.map(([word, label]) => [word, () => local(label)]));
  function countryControl(field, id) {
    const control = selectControl(id, COUNTRIES.map((code) => [code, () => countryName(code)]));
    const write = control.write;
    control.write = (value) => {
      if (write(value)) return true;
      if (!/^[A-Z][A-Z]$/.test(value)) return false;
      control.node.append(option(value, value));  // codes that users assign
      return write(value);
    };
    return control;
  }
  function booleanControl(field, id) {
    const control = selectControl(id, [["true", () => t("yes")], ["false", () => t("no")]]);
    return {...control,
            read: () => (control.node.value === "" ? {} : {value: control.node.value === "true"}),
            write: (value) => typeof value === "boolean" && control.write(String(value))};
  }
  const namedControl = (names) => (field, id) =>
    selectControl(id, names.map(([code, name]) => [code, () => code + " " + local(name)]));

  const TIME =
    /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)\d*([Zz]|[+-]\d\d:\d\d)$/;
  function timeControl(field, id) {
    const time = el("input", {id, type: "datetime-local", max: "2199-12-31T23:59",
                              autocomplete: "off"});
    const offset = sayAs(el("select", {id: id + "-offset"}, OFFSETS.map((one) =>
      option(one, "UTC" + one))), "aria-label", () => t("offsetOf", local(field.label)));
    offset.value = ownOffset(new Date());
    let kept = null;
    const now = () => time.value + offset.value;
    return {
      node: el("div", {class: "pair-of"}, time, offset), target: time,
      read() {
        if (kept && now() === kept.shown) return {value: kept.value};
        const outside = time.value !== "" &&
          (time.value < "1970-01-02" || time.value > "2199-12-31T23:59:59");
        if (time.validity.badInput || outside) return {problem: "wrongTime"};
        if (time.value === "") return {};
        return {value: time.value + (time.value.length === 16 ? ":00" : "") + offset.value};
      },
      write(value) {
        const parts = TIME.exec(value);
        if (!parts) return false;
        const own = /z/i.test(parts[3]) ? "+00:00" : parts[3];
        if (!OFFSETS.includes(own)) offset.append(option(own, "UTC" + own));
        time.value = parts[1] + "T" + parts[2];
        offset.value = own;
        kept = {value, shown: now()};
        return time.value !== "";
      },
      setNow() {
        const moment = new Date();
        time.value = clockTime(moment);
        offset.value = ownOffset(moment);
        time.dispatchEvent(new Event("input", {bubbles: true}));
      }};
  }

  function countControl(field, id) {
    return typed(input(id, {inputmode: "numeric"}), "wrongCount", (text) => {
      const number = /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : -1;
      return number >= field.least && number <= field.most ? number : undefined;
    }, (value) => (Number.isInteger(value) ? String(value) : undefined));
  }
  function amountControl(field, id) {
    return typed(input(id, {inputmode: "decimal"}), "wrongAmount",
      (text) => (/^\s*\d{1,12}(\.\d{1,6})?\s*$/.test(text) ? Number(text) : undefined),
      (value) => (typeof value === "number" ? String(value) : undefined));
  }
  function zoneControl(field, id) {
    return typed(input(id, {list: "zones"}), "wrongZone",
      (text) => (isZone(text.trim()) ? text.trim() : undefined), ifText);
  }
  function monthControl(field, id) {
    return typed(input(id), "wrongMonth", (text) => {
      const month = matching(/^(19\d\d|20\d\d|2100)(-(0[1-9]|1[0-2])(-\d\d)?)?$/)(text);
      return month && (month.length < 10 || isDay(month)) ? month : undefined;
    }, ifText);
  }
  const dayControl = (field, id) =>
    typed(el("input", {id, type: "date", min: "1900-01-01", max: "2199-12-31",
                       autocomplete: "off"}),
      "wrongDay", (text) => (isDay(text) ? text : undefined),
      (value) => (typeof value === "string" && isDay(value) ? value : undefined));
  const clockControl = (field, id) =>
    typed(input(id), "wrongClock", matching(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/), ifText);

  function hashControl(field, id) {
    const box = input(id);
    const control = typed(box, "wrongHash", matching(/^[0-9a-f]{64}$/), ifText);
    const chooser = el("input", {type: "file", hidden: true, tabindex: "-1"});
    chooser.addEventListener("change", async () => {
      if (chooser.files.length === 0) return;
      const digest = await crypto.subtle.digest("SHA-256", await chooser.files[0].arrayBuffer());
      box.value = [...new Uint8Array(digest)].map((one) => one.toString(16).padStart(2, "0"))
        .join("");
      box.dispatchEvent(new Event("input", {bubbles: true}));
    });
    const button = globalThis.crypto && crypto.subtle
      ? pushButton("hashFile", () => chooser.click(), {class: "small"}) : null;
    return {...control, node: el("div", {class: "pair-of"}, box, button, chooser)};
  }
