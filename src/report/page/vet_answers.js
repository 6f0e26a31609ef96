  // The questionnaires, each question once; an answer that is given again stands behind the first.
  function makeAnswers(field) {
    const shape = field.fields.filter((one) => one.key !== "question")
      .map((one) => ({...one, optional: true}));
    const answers = [];  // in the order of the file
    const sheets = data.questionnaires.map(makeSheet);

    function shapeFor(item) {
      const words = item.answers.map((answer) => [answer, data.words[answer]]);
      return shape.map((one) => (one.key === "value" ? {...one, kind: "word", words} : one));
    }
    function addAnswer(question, sheet) {
      const fields = makeFields(shapeFor(question.item), "answers", 4);
      const answer = {question, fields, node: el("div", {class: "fields answer"},
        fields.parts.map((part) => part.node))};
      // Who asks, and when, is said once for a sheet.
      fields.of("value").target.addEventListener("input", () => {
        for (const [key, part] of [["by", sheet.by], ["at", sheet.at]]) {
          const common = part.read();
          if (fields.of(key).isEmpty() && common) fields.of(key).write(common, "", []);
        }
      });
      answers.push(answer);
      question.place.append(answer.node);
      return answer;
    }
    function remarks(item) {
      const list = (texts) => texts.map((one) => () => local(data.words[one]));
      const joined = (makes) => makes.map((make) => make()).join(t("comma"));
      return [
        say(() => t("filledInBy", local(data.words[item.by])) + " · " + item.measure + " " +
          item.serves.join(" ")),
        item.evidence === "required" && [" · ", sayWord("evidenceNeeded")],
        item.alternative && [" · ", say(() => t("otherWay", item.alternative))],
        item.ifLanguage && [" · ", sayWord("ifLanguage")],
        item.doNotRecord.length > 0 && el("span", {class: "never"}, el("br", {}),
          say(() => t("doNotRecord", joined(list(item.doNotRecord)))))];
    }
    function makeQuestion(item, sheet) {
      const place = el("div", {});
      const question = {item, place};
      const node = el("fieldset", {class: "row question", "data-question": item.id},
        el("legend", {}, item.id, " ", sayLocal(item.text)),
        el("p", {class: "hint"}, remarks(item)), place,
        pushButton("anotherAnswer", () => addAnswer(question, sheet).node
          .querySelector("select, input").focus(), {class: "small"}));
      question.node = node;
      addAnswer(question, sheet);
      return question;
    }
    function makeSheet(source) {
      const common = (key, label) => makeLeaf({...field.fields.find((one) => one.key === key),
                                               path: undefined, required: false, label});
      const sheet = {source, by: common("by", WORDS.sheetBy), at: common("at", WORDS.sheetAt)};
      sheet.questions = source.items.map((item) => makeQuestion(item, sheet));
      sheet.node = el("div", {class: "sheet"}, el("h3", {}, sayLocal(source.title)),
        el("div", {class: "fields common"}, sheet.by.node, sheet.at.node),
        sheet.questions.map((question) => question.node));
      return sheet;
    }
    const questions = () => sheets.flatMap((sheet) => sheet.questions.map((question) =>
      ({question, sheet})));
    const given = () => answers.filter((answer) => !answer.fields.isEmpty());

    // Shows the questions of the interview sheet (diligence/sheet.h), and what has an answer already.
    function fit(audience, stage, claimsLanguage) {
      for (const {question, sheet} of questions()) {
        const mine = sheet.source.audience.includes(audience) &&
          (sheet.source.everyone || stage === "engaged") &&
          (claimsLanguage || !question.item.ifLanguage);
        question.node.hidden = !mine && !given().some((one) => one.question === question);
      }
      for (const sheet of sheets) {
        sheet.node.hidden = sheet.questions.every((question) => question.node.hidden);
      }
    }
    function write(value, pointer, lost) {
      if (!Array.isArray(value)) return lost.push([pointer, value]);
      answers.forEach((answer) => forget(answer.node));
      answers.forEach((answer) => answer.node.remove());
      answers.length = 0;
      value.forEach((one, i) => {
        const {question: id, ...rest} = one || {};
        const found = questions().find(({question}) => question.item.id === id);
        if (found) addAnswer(found.question, found.sheet).fields.write(rest, pointer + "/" + i, lost);
        else lost.push([pointer + "/" + i, id]);
      });
      for (const {question, sheet} of questions()) {
        if (!question.place.firstChild) addAnswer(question, sheet);
      }
      return undefined;
    }
    function check(needed, found) {
      for (const {question, fields} of answers) {
        fields.check(false, found);
        const by = fields.of("by");
        const own = question.item.by !== "candidate" && isCandidate(by.read());
        const inside = !["candidate", "vendor"].includes(question.item.by);
        if (own || (inside && isAgency(by.read()))) {
          by.show("notTheirs");
          found.push({part: by, key: "notTheirs"});
        }
        const clears = question.item.clears.includes(fields.of("value").read());
        const paper = fields.of("evidence_sha256");
        if (clears && question.item.evidence === "required" && paper.isEmpty()) {
          paper.show("needsEvidence");
          found.push({part: paper, key: "needsEvidence"});
        }
      }
    }
    return {
      field, fit, write, check,
      node: el("div", {"data-path": field.path}, sheets.map((sheet) => sheet.node)),
      read: () => (given().length > 0 ? given().map((one) =>
        ({question: one.question.item.id, ...one.fields.read()})) : undefined),
      isEmpty: () => given().length === 0};
  }
