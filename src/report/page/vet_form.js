  // The form as a whole.
  const shownFields = data.fields.filter((field) => field.path !== "format");
  const isHead = (field) => !["object", "objects"].includes(field.kind);
  let form = null;
  let places = {};  // section → node

  function changed() {
    if (!form) return;
    unsaved = true;
    refit();
  }
  // What depends on other fields.
  function refit() {
    const claims = form.of("claims").read() || {};
    const claimed = (claims.languages || []).some((one) => one.level && one.level !== "basic");
    form.of("answers").fit(form.of("audience").read(), form.of("stage").read(), claimed);
    const subjects = [...(claims.employers || []).map((one) => one.name),
                      ...(claims.education || []).map((one) => one.school),
                      ...(form.of("payout").read() || []).map((_, i) => "/payout/" + i)];
    subjectList.replaceChildren(...subjects.filter(Boolean).map((one) => option(one)));
  }
  const zoneList = el("datalist", {id: "zones"}, ZONES.map((zone) => option(zone)));
  const subjectList = el("datalist", {id: "subjects"});

  function servesOf(field) {
    if (!field.serves) return null;
    return el("details", {class: "serves"}, el("summary", {}, sayWord("servesMore")),
      el("ul", {}, field.serves.split(" ").map((code) => el("li", {},
        el("span", {class: "code"}, code), " ", names[code] && sayLocal(names[code])))));
  }
  function sectionOf(field) {
    const part = form.of(field.key);
    const own = part.field.kind === "object" ? part.inside : part.node;
    const path = part.field.kind === "object" ? field.path : undefined;
    return el("div", {"data-path": path}, field.hint && el("p", {class: "lead"}, sayLocal(field.hint)),
      servesOf(field), own);
  }
  function makeForm() {
    said = [];
    form = null;
    const made = makeFields(shownFields, "", 3);
    form = made;
    places = {start: startPart(), save: savePart()};
    const now = pushButton("now", () => made.of("as_of").control.setNow(), {class: "small"});
    made.of("as_of").node.append(now);
    places.head = el("div", {class: "fields"}, made.parts.filter((part) => isHead(part.field))
      .map((part) => part.node));
    for (const field of shownFields.filter((one) => !isHead(one))) {
      places[field.key] = sectionOf(field);
    }
    made.of("audience").write(data.audience, "", []);
    refit();
    unsaved = false;
  }

  function startPart() {
    const chooser = el("input", {type: "file", accept: ".json,application/json", hidden: true,
                                 tabindex: "-1"});
    chooser.addEventListener("change", () => {
      if (chooser.files.length > 0) load(chooser.files[0]);
      chooser.value = "";
    });
    return el("div", {},
      ["intro", "introEmpty", "introNever", "introKept"].map((key) =>
        el("p", {class: "lead"}, sayWord(key))),
      el("div", {class: "buttons"},
        pushButton("open", () => chooser.click(), {id: "open-file"}), chooser,
        pushButton("example", () => {
          if (!unsaved || window.confirm(t("replace"))) show(data.example, [sayWord("exampleIn")]);
        }, {id: "fill-example"})),
      told);
  }
  function savePart() {
    const place = el("div", {});
    const button = pushButton("saveFile", () => trySave(place), {id: "save-file", class: "main"});
    return el("div", {}, el("p", {}, sayWord("saveHint")), el("div", {class: "buttons"}, button),
              place);
  }

  const ids = ["start", "head", ...shownFields.filter((one) => !isHead(one)).map((one) => one.key),
               "save"];
  for (const field of shownFields.filter((one) => !isHead(one))) WORDS[field.key] = field.label;
  const SECTIONS = ids.map((id) => [id, () => {
    if (id === "start") sayAgain();
    return places[id];
  }]);
  main.addEventListener("input", changed);
  main.addEventListener("change", changed);
  makeForm();
  document.body.append(zoneList, subjectList);
  start();
