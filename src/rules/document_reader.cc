#include "rules/document_reader.h"

#include <algorithm>

#include "core/suggestion.h"
#include "rules/case_reader.h"
#include "rules/collection.h"
#include "rules/correlation.h"
#include "rules/detection.h"
#include "rules/indicator_reader.h"
#include "rules/parameters.h"
#include "rules/version.h"
#include "yaml/section.h"

namespace sekisho {
namespace {

constexpr std::string_view kKindKeys[] = {"detection", "correlation", "filter", "sekisho", "cases"};

const std::vector<std::string_view>& RuleKeys() {
  static const auto* const keys = new std::vector<std::string_view>{
      "title",       "id",          "related",  "name",           "taxonomy", "status",
      "description", "license",     "author",   "references",     "date",     "modified",
      "logsource",   "detection",   "fields",   "falsepositives", "level",    "tags",
      "scope",       "correlation", "generate", "filter"};
  return *keys;
}

class FileReader {
 public:
  FileReader(const std::string& file, const ReadRequest& request)
      : file_(file), request_(request), context_(NewContext()) {}

  FileContents Read(std::string_view text) {
    std::vector<YamlNode> documents = ReadYaml(file_, text, request_.sink);
    documents = ExpandActions(std::move(documents), &context_);
    // The parameters stand behind the rules that use them.
    for (const YamlNode& document : documents) ReadSekisho(document);
    for (YamlNode& document : documents) ReadRuleDocument(&document);
    for (const YamlNode& document : documents) ReadCasesDocument(document);
    Finish();
    return std::move(out_);
  }

 private:
  RuleContext NewContext() const {
    return {{file_, request_.sink},
            request_.fields,
            request_.placeholders,
            request_.regex_instructions,
            true,
            "",
            ""};
  }

  // The one key that says what a document is; "" after a report.
  std::string_view KindOf(const YamlNode& document) {
    std::string_view kind;
    for (const std::string_view key : kKindKeys) {
      if (document.Find(key) == nullptr) continue;
      if (!kind.empty()) {
        context_.Report(
            Sk::kDocumentKind, context_.Place(document),
            "the document has both `" + std::string(kind) + "` and `" + std::string(key) + "`",
            "separate them with a line `---`");
        return "";
      }
      kind = key;
    }
    if (!kind.empty()) return kind;
    std::string suggestion;
    for (const YamlEntry& entry : document.entries) {
      const std::vector<std::string_view> kinds(std::begin(kKindKeys), std::end(kKindKeys));
      if (suggestion.empty()) suggestion = DidYouMean(entry.key, kinds);
    }
    context_.Report(Sk::kDocumentKind, context_.Place(document),
                    "the document has none of the keys detection, correlation, filter, sekisho, "
                    "cases",
                    suggestion);
    return "";
  }

  void ReadSekisho(const YamlNode& document) {
    const YamlNode* section = document.Find("sekisho");
    if (section == nullptr || document.Find("detection") || document.Find("correlation")) return;
    if (out_.indicator) {
      context_.Report(Sk::kSecondIndicator, context_.Place(document),
                      "the file has a second sekisho section");
      return;
    }
    CheckKeys(document, {"sekisho"}, Sk::kUnknownIndicatorKey, "the document", &context_);
    const size_t errors = request_.sink->errors();
    out_.indicator = ReadIndicator(*section, request_.overrides, &parameters_, &context_);
    indicator_failed_ = document.damaged || request_.sink->errors() != errors;
  }

  void ReadCasesDocument(const YamlNode& document) {
    const YamlNode* cases = document.Find("cases");
    if (cases == nullptr || document.Find("detection") || document.Find("correlation")) return;
    if (!out_.indicator) {
      context_.Report(Sk::kCaseWithoutIndicator, context_.Place(document),
                      "the file has cases but no sekisho section");
      return;
    }
    if (cases_seen_) {
      context_.Report(Sk::kSecondIndicator, context_.Place(document),
                      "the file has a second cases section");
      return;
    }
    cases_seen_ = true;
    if (RefusedAsNotComputed(document, "cases")) return;
    CheckKeys(document, {"cases"}, Sk::kCaseKey, "the document", &context_);
    const size_t errors = request_.sink->errors();
    if (!request_.cases) return;
    out_.cases = ReadCases(*cases, 0, &context_);
    if (request_.sink->errors() == errors) CheckKinds();
  }

  // Only a computed indicator has rules and cases; a status that could not be read is no reason.
  bool RefusedAsNotComputed(const YamlNode& document, std::string_view part) {
    if (!out_.indicator || out_.indicator->computed() || out_.indicator->status.empty()) {
      return false;
    }
    context_.Report(
        Sk::kNotComputed, context_.Place(document),
        "the indicator is `" + out_.indicator->status + "` and its file has " + std::string(part));
    return true;
  }

  void CheckKinds() {
    if (!out_.indicator->computed()) return;
    for (const CaseKind kind :
         {CaseKind::kDetects, CaseKind::kIgnores, CaseKind::kAtLimit, CaseKind::kShuffled}) {
      const bool found = std::any_of(out_.cases.begin(), out_.cases.end(),
                                     [kind](const IndicatorCase& c) { return c.kind == kind; });
      if (found) continue;
      context_.Report(Sk::kCaseMissingKind, out_.indicator->place,
                      "no case of the kind `" + std::string(CaseKindName(kind)) + "`");
    }
  }

  void ReadRuleDocument(YamlNode* document) {
    if (!document->is_map()) {
      context_.Report(Sk::kDocumentKind, context_.Place(*document),
                      "a document must be a map, not " + std::string(DescribeKind(*document)));
      return;
    }
    const std::string_view kind = KindOf(*document);
    if (kind.empty() || kind == "sekisho" || kind == "cases") return;
    if (RefusedAsNotComputed(*document, "rules")) return;
    bool complete = true;
    if (out_.indicator) {
      for (YamlEntry& entry : document->entries) {
        if (entry.key == kind) complete = parameters_.Substitute(&entry.value, &context_);
      }
    }
    if (kind == "filter") {
      if (!complete) document->damaged = true;
      ReadFilter(*document);
    } else {
      ReadRule(*document, kind == "detection", complete);
    }
  }

  // Where a parameter is missing, the rest would only speak about values that are not there.
  void ReadRule(const YamlNode& document, bool detection, bool complete) {
    const size_t errors = request_.sink->errors();
    RuleContext context = NewContext();
    SourceRule rule;
    rule.place = context.Place(document);
    ReadMeta(document, &rule.name, &rule.alias, &rule.title, &context);
    rule.grade = GradeOf(document);
    if (complete && detection) {
      ReadDetection(document, &rule, &context);
    } else if (complete) {
      ReadCorrelation(document, &rule, &context);
    }
    rule.failed = !complete || document.damaged || request_.sink->errors() != errors;
    rule.not_evaluated = context.not_evaluated;
    rule.not_evaluated_code = context.not_evaluated_code;
    out_.rules.push_back(std::move(rule));
  }

  // The grade that Sigma's `level` stands for; empty without one.
  static std::string GradeOf(const YamlNode& document) {
    const YamlNode* node = document.Find("level");
    const std::string_view level = node == nullptr ? std::string_view() : node->text;
    if (level == "informational" || level == "low") return "context";
    if (level == "medium") return "flag";
    if (level == "high") return "hard";
    return level == "critical" ? "opener" : "";
  }

  // Title, name, id, and the keys that Sigma allows.
  void ReadMeta(const YamlNode& document, std::string* name, std::string* id, std::string* title,
                RuleContext* context) {
    for (const YamlEntry& entry : document.entries) {
      const std::vector<std::string_view>& keys = RuleKeys();
      if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
      context->Report(Sk::kUnknownDocumentKey, context->Place(entry),
                      "Sigma defines no key \"" + entry.key + "\"", DidYouMean(entry.key, keys));
    }
    const auto read = [&](std::string_view key, std::string* out) {
      const YamlNode* node = document.Find(key);
      if (node == nullptr || node->is_null()) return;
      const std::string what = "`" + std::string(key) + "`";
      *out = ReadText(*node, what, context).value_or("");
    };
    read("title", title);
    read("name", name);
    read("id", id);
    if (title->empty()) {
      context->Report(Sk::kMissingTitle, context->Place(document), "the rule has no title");
    }
    CheckWord(document, "status", {"stable", "test", "experimental", "deprecated", "unsupported"},
              context);
    CheckWord(document, "level", {"informational", "low", "medium", "high", "critical"}, context);
    if (name->empty()) std::swap(*name, *id);
  }

  static void CheckWord(const YamlNode& document, std::string_view key,
                        const std::vector<std::string_view>& words, RuleContext* context) {
    const YamlNode* node = document.Find(key);
    if (node == nullptr) return;
    ReadWord(*node, "`" + std::string(key) + "`", words, context, Sk::kRuleStatusValue);
  }

  LogSource ReadLogSource(const YamlNode& document, RuleContext* context) {
    LogSource source;
    const YamlNode* node = document.Find("logsource");
    if (node == nullptr || node->is_null()) {
      context->Report(Sk::kMissingLogsource, context->Place(document), "the rule has no logsource");
      return source;
    }
    if (!node->is_map()) {
      context->Report(Sk::kLogsourceValue, context->Place(*node),
                      "a logsource must be a map, not " + std::string(DescribeKind(*node)));
      return source;
    }
    for (const YamlEntry& entry : node->entries) {
      std::string* const out = entry.key == "product"    ? &source.product
                               : entry.key == "category" ? &source.category
                               : entry.key == "service"  ? &source.service
                                                         : nullptr;
      if (out != nullptr) {
        *out =
            ReadText(entry.value, "`" + entry.key + "`", context, Sk::kLogsourceValue).value_or("");
      } else if (entry.key != "definition") {
        context->Report(Sk::kUnknownLogsourceKey, context->Place(entry),
                        "the logsource key \"" + entry.key + "\" selects no events",
                        DidYouMean(entry.key, {"product", "category", "service", "definition"}));
      }
    }
    return source;
  }

  static std::string CanonicalSource(const LogSource& source) {
    return source.product + "\n" + source.category + "\n" + source.service + "\n";
  }
  static bool SeesOwnEvents(const LogSource& source) {
    return source.product.empty() || source.product == "sekisho";
  }

  void ReadDetection(const YamlNode& document, SourceRule* rule, RuleContext* context) {
    rule->source = ReadLogSource(document, context);
    context->own_events = SeesOwnEvents(rule->source);
    const YamlNode& detection = *document.Find("detection");
    rule->canonical = "detection\n" + CanonicalSource(rule->source) + CanonicalYaml(detection);
    if (detection.is_map()) {
      rule->detection = ParseDetection(detection, {}, context);
      return;
    }
    context->Report(Sk::kDetectionEmpty, context->Place(detection),
                    "`detection` must be a map, not " + std::string(DescribeKind(detection)));
  }

  void ReadCorrelation(const YamlNode& document, SourceRule* rule, RuleContext* context) {
    const YamlNode& correlation = *document.Find("correlation");
    if (!correlation.is_map()) {
      context->Report(Sk::kCorrelationType, context->Place(correlation),
                      "`correlation` must be a map, not " + std::string(DescribeKind(correlation)));
      return;
    }
    rule->correlation = ParseCorrelation(correlation, context);
    // The specification's text has `generate` beside the correlation, its examples inside.
    if (const YamlNode* generate = document.Find("generate")) {
      if (ReadBoolean(*generate, "`generate`", context).value_or(false)) {
        rule->correlation->generate = true;
      }
    }
  }

  void ReadFilter(const YamlNode& document) {
    const size_t errors = request_.sink->errors();
    RuleContext context = NewContext();
    SourceFilter filter;
    std::string id;
    std::string title;
    filter.place = context.Place(document);
    ReadMeta(document, &filter.name, &id, &title, &context);
    if (filter.name.empty()) filter.name = title;
    filter.source = ReadLogSource(document, &context);
    context.own_events = SeesOwnEvents(filter.source);
    const YamlNode& body = *document.Find("filter");
    const YamlNode* rules = body.Find("rules");
    if (rules == nullptr || rules->is_null() || body.Find("condition") == nullptr) {
      context.Report(Sk::kFilterShape, context.Place(body),
                     "a filter is a map with rules, a selection and a condition");
    } else {
      filter.rules = ReadTexts(*rules, "a rule", &context);
      filter.condition = ParseDetection(body, {"rules"}, &context);
    }
    YamlNode machine = body;
    std::erase_if(machine.entries, [](const YamlEntry& entry) { return entry.key == "rules"; });
    filter.version = VersionOf(CanonicalYaml(machine));
    filter.tests = CountTests(filter.condition);
    filter.failed = document.damaged || request_.sink->errors() != errors;
    filter.not_evaluated = context.not_evaluated;
    filter.not_evaluated_code = context.not_evaluated_code;
    out_.filters.push_back(std::move(filter));
  }

  void Finish() {
    if (!out_.indicator) return;
    const bool any_failed = std::any_of(out_.rules.begin(), out_.rules.end(),
                                        [](const SourceRule& rule) { return rule.failed; });
    // A rule that failed before its values were read leaves parameters unused.
    if (!any_failed && !indicator_failed_) parameters_.ReportUnused(&context_);
    if (!indicator_failed_) return;
    for (SourceRule& rule : out_.rules) rule.failed = true;
  }

  const std::string& file_;
  const ReadRequest& request_;
  RuleContext context_;
  ParameterTable parameters_;
  bool indicator_failed_ = false;
  bool cases_seen_ = false;
  FileContents out_;
};

}  // namespace

FileContents ReadRuleFile(const std::string& file, std::string_view text,
                          const ReadRequest& request) {
  return FileReader(file, request).Read(text);
}

}  // namespace sekisho
