  // One picture and one table for each indicator.
  function columns(line) {
    const most = Math.max(1, ...line.points.map((point) => point.accounts));
    const width = 560 / line.points.length;
    const bars = line.points.map((point, i) => {
      const height = point.accounts / most * 120;
      const middle = (20 + (i + 0.5) * width).toFixed(1);
      return [
        svg("rect", {x: (20 + i * width + width * 0.2).toFixed(1), y: (140 - height).toFixed(1),
                     width: (width * 0.6).toFixed(1), height: height.toFixed(1),
                     class: point.inForce ? "force" : "bar"}),
        svg("text", {x: middle, y: (134 - height).toFixed(1)}, count(point.accounts)),
        svg("text", {x: middle, y: 160}, point.value + (point.inForce ? " ●" : ""))];
    });
    return svg("svg", {viewBox: "0 -8 600 176", role: "img", class: "picture",
                       "aria-label": t("picture", line.id, line.parameter)},
      bars, svg("line", {x1: 10, x2: 590, y1: 140.5, y2: 140.5, class: "axis"}));
  }

  function numbers(line) {
    const ages = [0, 1, 2, 3, 4].filter((age) => line.points.some((point) => point.byAge[age] > 0));
    const months = data.months.map((month, i) => [month, i])
      .filter(([, i]) => line.points.some((point) => point.byMonth[i] > 0));
    const rows = line.points.map((point) => {
      const made = row([point.value, point.inForce ? " " + t("now") : ""], count(point.findings),
        count(point.accounts), ...ages.map((age) => count(point.byAge[age])),
        ...months.map(([, i]) => count(point.byMonth[i])));
      if (point.inForce) made.className = "now";
      return made;
    });
    return table(t("picture", line.id, line.parameter),
      [t("value"), t("findings"), t("accounts"), ages.map((age) => t("age" + age)),
       months.map(([month]) => month)].flat(), rows, {});
  }

  function indicatorPart(line) {
    return el("div", {class: "indicator"},
      el("h3", {}, el("span", {class: "code"}, line.id), " ", local(line.name)),
      el("p", {class: "quiet"}, t("parameter", line.parameter, line.unit)),
      el("figure", {}, columns(line)), numbers(line));
  }

  const fires = (line) => line.points.some((point) => point.accounts > 0);
  const codes = (lines) => el("ul", {}, lines.map((line) => el("li", {},
    el("span", {class: "code"}, line.id), " ", local(line.name))));

  const SECTIONS = [
    ["about", () => [el("p", {class: "lead"}, t("lead", data.input.events, data.input.accounts)),
                     el("p", {class: "lead"}, t("leadMonths"))]],
    ["thresholds", () => data.lines.filter(fires).map(indicatorPart)],
    ["never", () => codes(data.lines.filter((line) => !fires(line)))],
    ["without", () => el("p", {}, data.without.join(", "))]];
  start();
