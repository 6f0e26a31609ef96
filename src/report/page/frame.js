  // The frame of every page: title, languages, sections; made anew in the chosen language.
  // SECTIONS, which a page defines behind this: [id, what makes its contents].
  const announcer = el("p", {class: "unseen", "aria-live": "polite"});
  const main = el("main", {id: "main", tabindex: "-1"});
  const skip = el("a", {class: "skip", href: "#main"});
  const title = el("h1", {});
  const chooser = el("div", {class: "languages", role: "group"});
  const nav = el("nav", {});

  function languageButton(code, name) {
    return el("button", {type: "button", lang: code, "data-language": code, onclick: () => {
      language = code;
      render();
      announcer.textContent = t("switched");
    }}, name);
  }
  fill(chooser, {}, [languageButton("en", "English"), languageButton("ja", "日本語"),
                     languageButton("ko", "한국어")]);

  function render() {
    document.documentElement.lang = language;
    document.title = t("title");
    skip.textContent = t("skip");
    title.textContent = t("title");
    chooser.setAttribute("aria-label", t("languages"));
    for (const button of chooser.children) {
      button.setAttribute("aria-pressed", String(button.lang === language));
    }
    nav.setAttribute("aria-label", t("sections"));
    nav.replaceChildren(el("ul", {}, SECTIONS.map(([id]) =>
      el("li", {}, el("a", {href: "#" + id}, t(id))))));
    main.replaceChildren(...SECTIONS.map(([id, make]) =>
      el("section", {id, "aria-labelledby": id + "-title"},
        el("h2", {id: id + "-title", tabindex: "-1"}, t(id)), make())));
  }

  function start() {
    document.body.prepend(skip, el("header", {}, title, chooser), nav, main, announcer);
    render();
  }
