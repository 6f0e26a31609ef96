  // What the reader asks of several fields together (docs/vetting.md): rules by path. A rule gets
  // what the fields hold, and gives [key of the field, key of the message] for each problem.
  function twoPeople(value) {
    const problems = value("reason") ? [] : [["reason", "needsReason"]];
    if (!value("second") || !value("by") || value("second") === value("by")) {
      problems.push(["second", "needsSecond"]);
    }
    return problems;
  }
  // As core/my_number.h says it.
  const HAVE_TWELVE_DIGITS = ["driving_licence", "diploma", "invoice", "agreement",
                              "company_registration"];
  const dashes = (text) => (text || "").normalize("NFKC")
    .replace(/(?<![ぁ-ヿㇰ-ㇿ])ー|[‐-―−]/gu, "-");
  const plain = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");
  // The number as a whole, and 12 digits among words.
  const twelveDigits = (text) => [plain(text)].concat(
    (text.match(/(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){11}(?![0-9A-Za-z])/g) || []).map(plain));
  function isMyNumber(text) {
    const sum = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
      .reduce((all, weight, i) => all + weight * Number(text[i]), 0);
    return Number(text[11]) === (sum % 11 <= 1 ? 0 : 11 - sum % 11);
  }
  function myNumbers(value) {
    const type = (value("type") || "").normalize("NFKC").trim().toLowerCase();
    const isRefused = (text) => /^\d{12}$/.test(text) &&
      (type === "my_number_card" || (!HAVE_TWELVE_DIGITS.includes(type) && isMyNumber(text)));
    return ["number", "number_hash"]
      .filter((key) => twelveDigits(dashes(value(key))).some(isRefused))
      .map((key) => [key, "myNumber"]);
  }
  // As core/number_hash.h says it.
  function numberHash(value) {
    const hash = plain(value("number_hash") || "").normalize("NFKC");
    return hash && !/^[0-9a-f]{16,}$/i.test(hash) ? [["number_hash", "wrongNumberHash"]] : [];
  }
  const RULES = {
    "documents": (value) => myNumbers(value).concat(numberHash(value)),
    "documents.check": (value) =>
      (value("result") === "forged" && !value("by") ? [["by", "forgedBy"]] : []),
    "checks": (value) => {
      const state = value("state");
      if (state === "waived") return twoPeople(value);
      if (state === "not_applicable" && !value("reason")) return [["reason", "needsReason"]];
      if (state === "not_applicable") return value("result") ? [["result", "resultOnlyDone"]] : [];
      if (state === "done" && !value("result")) return [["result", "doneNeedsResult"]];
      return state !== "done" && value("result") ? [["result", "resultOnlyDone"]] : [];
    },
    "overrides": twoPeople};
  const ruleOf = (path) => RULES[path.replace(/^profiles\.fields\./, "claims.")] || (() => []);
  // The head's `as_of` may also be given on the command line; a file that is saved here has it.
  const isRequired = (field) => field.required || field.path === "as_of";
