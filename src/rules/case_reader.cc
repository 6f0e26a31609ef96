#include "rules/case_reader.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/limits.h"
#include "core/schema.h"
#include "core/suggestion.h"
#include "core/time.h"
#include "rules/case_event.h"
#include "yaml/section.h"

namespace sekisho {
namespace {

struct KindSpec {
  std::string_view name;
  CaseKind kind;
};
constexpr KindSpec kKinds[] = {
    {"detects", CaseKind::kDetects},
    {"ignores", CaseKind::kIgnores},
    {"at_limit", CaseKind::kAtLimit},
    {"shuffled", CaseKind::kShuffled},
};

class CaseReader {
 public:
  explicit CaseReader(RuleContext* context) : context_(context) {}

  // Nothing when the case has errors.
  std::optional<IndicatorCase> Read(const YamlNode& node) {
    const size_t errors = context_->sink->errors();
    if (!node.is_map()) {
      Fail(Sk::kCaseShape, node, "a case must be a map, not " + std::string(DescribeKind(node)));
      return std::nullopt;
    }
    CheckKeys(node, {"name", "kind", "lists", "events", "expect", "not_evaluated", "lists_wanted"},
              Sk::kCaseKey, "a case", context_);
    IndicatorCase out;
    out.place = context_->Place(node);
    ReadName(node, &out);
    ReadKind(node, &out);
    if (const YamlNode* lists = node.Find("lists")) ReadLists(*lists, &out);
    out.not_evaluated = ReadFlag(node, "not_evaluated");
    out.lists_wanted = ReadFlag(node, "lists_wanted");
    ReadEvents(node, &out);
    ReadExpectations(node, &out);
    if (context_->sink->errors() != errors) return std::nullopt;
    return out;
  }

 private:
  void Fail(Sk code, const YamlNode& node, std::string message) {
    context_->Report(code, context_->Place(node), std::move(message));
  }

  bool ReadFlag(const YamlNode& node, const std::string& key) {
    const YamlNode* const flag = node.Find(key);
    return flag != nullptr && ReadBoolean(*flag, "`" + key + "`", context_).value_or(false);
  }

  void ReadName(const YamlNode& node, IndicatorCase* out) {
    const YamlNode* name = node.Find("name");
    if (name == nullptr) return Fail(Sk::kCaseShape, node, "the case has no `name`");
    out->name = ReadText(*name, "the name of a case", context_, Sk::kCaseShape).value_or("");
    if (names_.insert(out->name).second) return;
    Fail(Sk::kCaseDuplicate, *name, "another case is named \"" + out->name + "\" as well");
  }

  void ReadKind(const YamlNode& node, IndicatorCase* out) {
    const YamlNode* kind = node.Find("kind");
    if (kind == nullptr) return Fail(Sk::kCaseShape, node, "the case has no `kind`");
    std::vector<std::string_view> names;
    for (const KindSpec& spec : kKinds) names.push_back(spec.name);
    const std::optional<std::string> word =
        ReadWord(*kind, "the kind of a case", names, context_, Sk::kCaseKind);
    for (const KindSpec& spec : kKinds) {
      if (word && spec.name == *word) out->kind = spec.kind;
    }
  }

  void ReadEvents(const YamlNode& node, IndicatorCase* out) {
    const YamlNode* events = node.Find("events");
    if (events == nullptr || !events->is_sequence() || events->items.empty()) {
      return Fail(Sk::kCaseShape, events == nullptr ? node : *events,
                  "the case needs `events`: a list with at least one event");
    }
    for (const YamlNode& event : events->items) AppendEventLines(event, &out->lines, context_);
  }

  void ReadLists(const YamlNode& lists, IndicatorCase* out) {
    if (!lists.is_sequence()) return Fail(Sk::kCaseShape, lists, "`lists` must be a list");
    for (const YamlNode& node : lists.items) {
      const YamlNode* const entries = node.Find("entries");
      if (entries == nullptr || !entries->is_sequence()) {
        Fail(Sk::kCaseShape, node, "a list of a case needs `entries`: the lines of its file");
        continue;
      }
      out->lists.push_back(ReadCaseList(node, *entries));
    }
  }

  // Which keys and values a list may have is known to those who load lists.
  CaseList ReadCaseList(const YamlNode& node, const YamlNode& entries) {
    CaseList list;
    list.place = context_->Place(node);
    for (const YamlEntry& entry : node.entries) {
      if (entry.key == "entries") continue;
      list.keys.push_back(
          {entry.key,
           ReadText(entry.value, "`" + entry.key + "`", context_, Sk::kCaseShape).value_or(""),
           context_->Place(entry)});
    }
    for (PlacedText& line : ReadTexts(entries, "an entry of a list", context_, Sk::kCaseShape)) {
      list.text += std::move(line.text) + "\n";
    }
    return list;
  }

  void ReadExpectations(const YamlNode& node, IndicatorCase* out) {
    const YamlNode* expect = node.Find("expect");
    if (expect == nullptr || !expect->is_sequence()) {
      return Fail(Sk::kCaseShape, expect == nullptr ? node : *expect,
                  "the case needs `expect`: a list of findings, [] for none");
    }
    for (const YamlNode& finding : expect->items) {
      if (finding.is_map()) {
        out->expected.push_back(ReadExpectation(finding));
        continue;
      }
      Fail(Sk::kCaseShape, finding,
           "an expected finding must be a map, not " + std::string(DescribeKind(finding)));
    }
    const bool none = expect->items.empty();
    if (out->kind == CaseKind::kIgnores && !none) {
      Fail(Sk::kCaseExpect, *expect, "a case of the kind `ignores` expects no finding");
    }
    if ((out->kind == CaseKind::kDetects || out->kind == CaseKind::kShuffled) && none) {
      Fail(Sk::kCaseExpect, *expect, "a case of this kind expects at least one finding");
    }
  }

  ExpectedFinding ReadExpectation(const YamlNode& node) {
    ExpectedFinding out;
    out.place = context_->Place(node);
    CheckKeys(node, {"subject", "value", "first", "last", "events", "open"}, Sk::kCaseKey,
              "an expected finding", context_);
    if (const YamlNode* subject = node.Find("subject")) {
      out.subject = ReadText(*subject, "`subject`", context_, Sk::kCaseShape).value_or("");
    } else {
      Fail(Sk::kCaseShape, node, "the expected finding has no `subject`");
    }
    if (const YamlNode* value = node.Find("value")) {
      out.value = ReadText(*value, "`value`", context_, Sk::kCaseShape);
    }
    if (const YamlNode* first = node.Find("first")) out.first_ms = ReadCaseTime(*first, context_);
    if (const YamlNode* last = node.Find("last")) out.last_ms = ReadCaseTime(*last, context_);
    if (const YamlNode* count = node.Find("events")) {
      out.event_count = ReadCount(*count, "`events`", context_, Sk::kCaseShape);
    }
    if (const YamlNode* open = node.Find("open")) out.open = ReadBoolean(*open, "`open`", context_);
    return out;
  }

  RuleContext* context_;
  std::set<std::string> names_;
};

}  // namespace

std::string_view CaseKindName(CaseKind kind) {
  for (const KindSpec& spec : kKinds) {
    if (spec.kind == kind) return spec.name;
  }
  return "";
}

std::vector<IndicatorCase> ReadCases(const YamlNode& cases, size_t indicator,
                                     RuleContext* context) {
  std::vector<IndicatorCase> out;
  if (!cases.is_sequence()) {
    context->Report(Sk::kCaseShape, context->Place(cases),
                    "`cases` must be a list, not " + std::string(DescribeKind(cases)));
    return out;
  }
  CaseReader reader(context);
  for (const YamlNode& node : cases.items) {
    std::optional<IndicatorCase> one = reader.Read(node);
    if (!one) continue;
    one->indicator = indicator;
    out.push_back(std::move(*one));
  }
  return out;
}

}  // namespace sekisho
