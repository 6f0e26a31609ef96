  // Reading and writing the file. Nothing is kept anywhere else, and nothing is sent.
  const FORMAT = "sekisho.candidate/1";
  let unsaved = false;
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  const told = el("div", {class: "told", role: "status"});
  const summary = el("div", {class: "summary", tabindex: "-1", role: "group"});

  function tell(...lines) {
    forget(told);
    told.replaceChildren(...lines.map((line) => el("p", {}, line)));
  }

  function download(name, text) {
    const url = URL.createObjectURL(new Blob([text], {type: "application/json"}));
    const link = el("a", {href: url, download: name, hidden: true});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }
  function save(unfinished) {
    const value = {format: FORMAT, ...form.read()};
    const id = typeof value.id === "string" ? value.id : "candidate";
    const name = id.replace(/[^\p{L}\p{N}._-]+/gu, "_").slice(0, 60) +
      (unfinished ? "-unfinished" : "") + ".json";
    download(name, JSON.stringify(value, null, 2) + "\n");
    if (!unfinished) unsaved = false;
    tell(say(() => t(unfinished ? "savedUnfinished" : "saved", name)),
         unfinished ? "" : el("code", {}, "sekisho vet " + name));
  }

  // "Payout accounts 2 › Holder", after what stands around the field.
  function trail(part) {
    const steps = [part.target.closest("fieldset.question")?.dataset.question ||
                   part.target.closest(".row")?.querySelector("legend").textContent ||
                   part.target.closest(".object")?.querySelector("legend, summary").textContent];
    steps.push(local(part.field.label));
    return steps.filter(Boolean).join(" › ");
  }
  function goTo(part) {
    for (let at = part.target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    part.target.focus();
    part.target.scrollIntoView({block: "center"});
  }
  function trySave(place) {
    const found = [];
    form.check(true, found);
    forget(summary);
    place.append(summary, told);
    tell();
    if (found.length === 0) {
      summary.replaceChildren();
      save(false);
      return;
    }
    summary.replaceChildren(
      el("h3", {}, say(() => t("problems", found.length))),
      el("ul", {}, found.map(({part, key}) => el("li", {},
        el("button", {type: "button", class: "link", onclick: () => goTo(part)},
          say(() => trail(part) + t("colon") + t(key, ...limitsOf(part.field))))))),
      pushButton("saveUnfinished", () => save(true), {class: "small"}));
    summary.focus();
  }

  function show(value, lines) {
    const lost = [];
    makeForm();
    const {format, ...rest} = value;
    if (format !== FORMAT) lost.push(["/format", format]);
    form.write(rest, "", lost);
    summary.replaceChildren();
    render();
    unsaved = lost.length > 0;
    const left = lost.map(([pointer, one]) => el("li", {}, el("code", {}, pointer), " ",
      foreign(JSON.stringify(one)?.slice(0, 60))));
    tell(...lines, lost.length > 0 && el("div", {}, say(() => t("lost", lost.length)),
      el("ul", {}, left)));
  }
  async function load(file) {
    if (unsaved && !window.confirm(t("replace"))) return;
    if (file.size > data.bytesMax) {
      tell(sayWord("tooBig"));
      return;
    }
    let value = null;
    try {
      value = JSON.parse(await file.text());
    } catch (error) {
      tell(say(() => t("noJson", error.message)));
      return;
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      tell(sayWord("noCandidate"));
      return;
    }
    show(value, [say(() => t("opened", file.name))]);
  }
