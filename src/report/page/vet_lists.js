  // Controls of lists: texts, words, times to reply.
  // "We looked, and there was nothing": an empty list, which is not the same as no list.
  const SAYS_NOTHING = ["requests", "approaches", "meetings", "shipments", "work.milestones",
                        "work.check_ins", "work.messages_ms", "work.late"];
  function nothingBox(field, id) {
    const box = el("input", {type: "checkbox", id: id + "-none"});
    const line = el("label", {class: "check", for: id + "-none"}, box, " ", sayWord("lookedNone"));
    return {box, node: SAYS_NOTHING.includes(field.path) ? line : null};
  }

  function linesControl(field, id, problem, parse, show) {
    const none = nothingBox(field, id);
    const area = el("textarea", {id, rows: 3, autocomplete: "off"});
    const control = typed(area, problem, parse, show);
    return {
      node: el("div", {}, area, none.node), target: area,
      read() {
        const found = control.read();
        return !found.value && !found.problem && none.box.checked ? {value: []} : found;
      },
      write(value) {
        if (!Array.isArray(value)) return false;
        none.box.checked = value.length === 0;
        return value.length === 0 || control.write(value);
      }};
  }
  const lines = (text) => text.split("\n").filter((line) => line.trim() !== "");
  const textsControl = (field, id) => linesControl(field, id, "", lines, (value) =>
    (value.every((one) => typeof one === "string" && one) ? value.join("\n") : undefined));

  const UNITS_MS = [["h", 3600000], ["m", 60000], ["s", 1000], ["ms", 1]];
  function durationOf(text) {
    const parts = /^\s*(\d{1,11})\s*(h|m|s|ms)\s*$/.exec(text);
    return parts ? Number(parts[1]) * UNITS_MS.find(([unit]) => unit === parts[2])[1] : NaN;
  }
  function durationText(milliseconds) {
    const [unit, size] = UNITS_MS.find(([, one]) => milliseconds % one === 0);
    return milliseconds / size + unit;
  }
  const countsControl = (field, id) => linesControl(field, id, "wrongReplies", (text) => {
    const times = lines(text).map(durationOf);
    return times.every((one) => one >= 0 && one <= field.most) ? times : undefined;
  }, (value) => (value.every(Number.isInteger) ? value.map(durationText).join("\n") : undefined));

  function wordsControl(field, id) {
    const boxes = field.words.map(([word, label], i) => {
      const box = el("input", {type: "checkbox", id: id + "-" + i, value: word});
      return {box, node: el("label", {class: "check", for: id + "-" + i}, box, " ",
                            sayLocal(label))};
    });
    let kept = null;
    const chosen = () => boxes.filter(({box}) => box.checked).map(({box}) => box.value);
    return {
      group: true, node: el("div", {class: "checks"}, boxes.map(({node}) => node)),
      target: boxes[0].box,
      read() {
        if (kept && String(chosen()) === kept.shown) return {value: kept.value};
        return chosen().length === 0 ? {} : {value: chosen()};
      },
      write(value) {
        if (!Array.isArray(value)) return false;
        for (const {box} of boxes) box.checked = value.includes(box.value);
        kept = {value, shown: String(chosen())};
        return value.every((word) => boxes.some(({box}) => box.value === word));
      }};
  }

  const CONTROLS = {
    text: textControl, word: wordControl, country: countryControl, zone: zoneControl,
    day: dayControl, sha256: hashControl, time: timeControl, month: monthControl,
    count: countControl, boolean: booleanControl, clock: clockControl, amount: amountControl,
    texts: textsControl, words: wordsControl, counts: countsControl};
  // Codes that must exist.
  const OWN_CONTROLS = {
    "checks.measure": namedControl(data.measures),
    "explanations.about": namedControl(data.indicators),
    // Names and places that checks can be about.
    "checks.subject": (field, id) =>
      typed(input(id, {list: "subjects"}), "", (text) => text, ifText)};
