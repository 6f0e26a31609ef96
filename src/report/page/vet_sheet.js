  // The interview sheet: boxes to tick and lines to write on.
  const wordOf = (name) => local(data.words[name]);
  const blank = (size) => el("span", {class: "blank blank-" + size, "aria-hidden": "true"});

  function head() {
    const line = (key, ...value) => el("div", {}, el("dt", {}, t(key)), el("dd", {}, value));
    const never = new Set(data.questionnaires.flatMap((sheet) => sheet.items)
      .flatMap((item) => item.doNotRecord));
    return [
      el("dl", {class: "who"}, line("candidate", foreign(data.candidate)),
        line("role", foreign(data.role)), line("day", blank("short")),
        line("asker", blank("short"))),
      el("p", {}, t("lead")),
      el("p", {class: "note"}, el("strong", {}, t("never")), " ",
        [t("neverAlways"), ...[...never].filter((one) => one !== "origin").map(wordOf)]
          .join(t("comma"))),
      el("p", {class: "controls"}, el("button", {type: "button", onclick: () => window.print()},
        t("print")))];
  }

  function question(item) {
    const remarks = [t("filledInBy", wordOf(item.by)), item.measure,
                     item.alternative && t("otherWay", item.alternative)];
    return el("li", {class: "question", "data-question": item.id},
      el("h3", {}, el("span", {class: "code"}, item.id), " ", local(item.text)),
      el("ul", {class: "plain boxes"}, item.answers.map((answer) =>
        el("li", {}, el("span", {class: "box", "aria-hidden": "true"}), wordOf(answer)))),
      el("p", {class: "quiet"}, remarks.filter(Boolean).join(" · ")),
      item.evidence !== "none" && el("p", {class: "line"}, t("evidence_" + item.evidence), " ",
        blank("long")),
      el("p", {class: "line"}, t("note"), " ", blank("long")), el("p", {class: "line"},
        blank("full")),
      item.doNotRecord.length > 0 && el("p", {class: "quiet never"}, "⊘ ",
        t("doNotRecord", item.doNotRecord.map(wordOf).join(t("comma")))));
  }

  for (const sheet of data.questionnaires) WORDS[sheet.id] = sheet.title;
  const SECTIONS = [["head", head],
    ...data.questionnaires.map((sheet, i) => [sheet.id, () => [
      el("ul", {class: "plain"}, sheet.items.map(question)),
      i === data.questionnaires.length - 1 && el("p", {class: "after"}, t("after"))]])];
  start();
