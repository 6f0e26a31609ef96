  // What the reader asks of several fields together (docs/vetting.md): rules by path. A rule gets
  // what the fields hold, and gives [key of the field, key of the message] for each problem.
  // Whose hand it is, as diligence/signers.h says it.
  const plain = (text) => (text || "").normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
  const samePerson = (one, other) => plain(one).toLowerCase() === plain(other).toLowerCase();
  const isOneOf = (by, names) => plain(by) !== "" && names.some((name) => samePerson(by, name));
  const isCandidate = (by) => isOneOf(by, [
    "candidate", ...Object.values(data.words.candidate), form.of("id").read(),
    ...((form.of("claims").read() || {}).names || []).map((name) => name.value)]);
  const isAgency = (by) => isOneOf(by, [
    "vendor", ...Object.values(data.words.vendor), (form.of("agency").read() || {}).name]);
  const notOneself = (value, ...keys) =>
    keys.filter((key) => isCandidate(value(key))).map((key) => [key, "notOneself"]);
  function twoPeople(value) {
    const problems = value("reason") ? [] : [["reason", "needsReason"]];
    if (!plain(value("second")) || !plain(value("by")) || samePerson(value("second"), value("by"))) {
      problems.push(["second", "needsSecond"]);
    }
    return problems;
  }
  function checkRecord(value) {
    const state = value("state");
    if (state === "waived") return twoPeople(value);
    if (state === "not_applicable") {
      const result = value("result") ? [["result", "resultOnlyDone"]] : [];
      if (value("second")) return [...twoPeople(value), ...result];
      return value("reason") ? result : [["reason", "needsReason"]];
    }
    if (state === "done" && !value("result")) return [["result", "doneNeedsResult"]];
    return state !== "done" && value("result") ? [["result", "resultOnlyDone"]] : [];
  }
  // As core/my_number.h says it.
  const HAVE_TWELVE_DIGITS = ["driving_licence", "diploma", "invoice", "agreement",
                              "company_registration"];
  const dashes = (text) => (text || "").normalize("NFKC")
    .replace(/(?<![ぁ-ヿㇰ-ㇿ])ー|[‐-―−]/gu, "-");
  // The number as a whole, and 12 digits among words or behind one that announces them.
  const announcing = "no|nr|num|number|id|my|mynumber|bangou?|code|kojin|kojinbangou?";
  const digitsInText = new RegExp(
    `(?<![0-9a-z]|[0-9a-z](?:${announcing}))(?:${announcing})?` +
    "([0-9](?:[ -]?[0-9]){11})(?![0-9a-z])", "gi");
  const twelveDigits = (text) => [plain(text)].concat(
    Array.from(text.matchAll(digitsInText), (found) => plain(found[1])));
  function isMyNumber(text) {
    const sum = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
      .reduce((all, weight, i) => all + weight * Number(text[i]), 0);
    return Number(text[11]) === (sum % 11 <= 1 ? 0 : 11 - sum % 11);
  }
  function myNumbers(value) {
    const type = (value("type") || "").normalize("NFKC").trim().toLowerCase();
    const isRefused = (text) => /^\d{12}$/.test(text) &&
      (type === "my_number_card" || (!HAVE_TWELVE_DIGITS.includes(type) && isMyNumber(text)));
    const isChinese = type === "national_id" && plain(value("number")).length === 18 &&
      /^(cn|chn|china|中国|中華人民共和国|중국)$/i.test(plain(value("issuer")));
    return (isChinese ? ["number_hash"] : ["number", "number_hash"])
      .filter((key) => twelveDigits(dashes(value(key))).some(isRefused))
      .map((key) => [key, "myNumber"]);
  }
  // As core/number_hash.h says it.
  function numberHash(value) {
    const hash = plain(value("number_hash") || "").normalize("NFKC");
    return hash && !/^[0-9a-f]{16,}$/i.test(hash) ? [["number_hash", "wrongNumberHash"]] : [];
  }
  function accountHash(value) {
    const written = value("account_hash") || "";
    const hash = plain(written);
    const isMasked = /[*•●○■…]/.test(written.normalize("NFKC")) || /xxxx/i.test(hash);
    const isCode = /^[a-z0-9_-]{1,32}$/i.test(written) && (written.match(/\d/g) || []).length <= 4;
    const isNumber = hash.length < 32 && /^..\d*$/.test(hash);
    const isHash = /^[0-9a-f]{16,}$/i.test(hash) && !isNumber;
    return !written || isMasked || isCode || isHash ? [] : [["account_hash", "wrongAccountHash"]];
  }
  function photoHash(value) {
    const hash = plain(value("photo_hash") || "");
    return hash && !/^[0-9a-f]{16,}$/i.test(hash) ? [["photo_hash", "wrongPhotoHash"]] : [];
  }
  const RULES = {
    "payout": accountHash,
    "profiles": photoHash,
    "documents": (value) => myNumbers(value).concat(numberHash(value)),
    "documents.check": (value) => [
      ...(value("result") === "forged" && !value("by") ? [["by", "forgedBy"]] : []),
      ...notOneself(value, "by")],
    "explanations": (value) => notOneself(value, "accepted_by"),
    "checks": (value) => [...checkRecord(value), ...notOneself(value, "by", "second")],
    "overrides": (value) => [...twoPeople(value), ...notOneself(value, "by", "second")]};
  const ruleOf = (path) => RULES[path.replace(/^profiles\.fields\./, "claims.")] || (() => []);
  // The head's `as_of` may also be given on the command line; a file that is saved here has it.
  const isRequired = (field) => field.required || field.path === "as_of";
