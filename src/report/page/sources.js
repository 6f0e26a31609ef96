  // Lists with a title, and documents that are cited: data.documents, by number.
  const bullets = (title, texts) => texts.length > 0 &&
    [el("p", {class: "label"}, title), el("ul", {}, texts.map((text) => el("li", {}, text)))];

  function sourceItem([number, place, status]) {
    const [key, date, read, title, publisher, address] = data.documents[number];
    const name = title && local(title);
    return [
      name ? [el("cite", {}, name), ". "] : "", publisher ? publisher + ", " : "",
      date, " (", el("span", {class: "code"}, key), "), ", local(place),
      read === false ? " – " + t("notRead") : "",
      address ? [" ", el("a", {href: address, rel: "noreferrer"}, address)] : ""];
  }
