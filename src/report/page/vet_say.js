  // Texts that follow the chosen language where they stand, so that nothing typed is lost.
  let said = [];

  function say(make) {
    const node = document.createTextNode(make());
    said.push({node, make});
    return node;
  }
  function sayAs(node, attribute, make) {
    node.setAttribute(attribute, make());
    said.push({node, attribute, make});
    return node;
  }
  function sayAgain() {
    for (const {node, attribute, make} of said) {
      if (attribute) node.setAttribute(attribute, make());
      else node.textContent = make();
    }
  }
  // A part that is taken away is spoken of no more.
  function forget(part) {
    said = said.filter(({node}) => !part.contains(node));
  }
  const sayWord = (key) => say(() => t(key));
  const sayLocal = (texts) => say(() => local(texts));

  function pushButton(key, onclick, attributes) {
    return el("button", {type: "button", onclick, ...attributes}, sayWord(key));
  }
