  // The four levels. Three dots say the level without colour.
  const levelWord = (level) => local(data.words.level[level]);
  const dots = (level) => el("span", {class: "dots", "aria-hidden": "true"},
    "●".repeat(level) + "○".repeat(3 - level));
  const badge = (level) => el("span", {class: "level level-" + level}, dots(level), " ",
    levelWord(level));
