#include "rules/indicator_reader.h"

#include <algorithm>
#include <cctype>

#include "core/suggestion.h"
#include "yaml/section.h"

namespace sekisho {
namespace {

using Words = std::vector<std::string_view>;

constexpr size_t kIdBytesMax = 16;
constexpr int kMeasureMax = 47;

bool IsUpperOrDigit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool IsIndicatorId(std::string_view id) {
  if (id.empty() || id.size() > kIdBytesMax || id[0] < 'A' || id[0] > 'Z') return false;
  return std::all_of(id.begin(), id.end(), [](char c) { return IsUpperOrDigit(c) || c == '_'; });
}

bool IsMeasure(std::string_view code) {
  if (code.size() != 3 || code[0] != 'M' || !std::isdigit(static_cast<unsigned char>(code[1])) ||
      !std::isdigit(static_cast<unsigned char>(code[2]))) {
    return false;
  }
  const int number = (code[1] - '0') * 10 + (code[2] - '0');
  return number >= 1 && number <= kMeasureMax;
}

class IndicatorReader {
 public:
  IndicatorReader(const YamlNode& section, RuleContext* context)
      : section_(section), context_(context) {}

  Indicator Read(std::map<std::string, std::string>* overrides, ParameterTable* parameters) {
    out_.place = context_->Place(section_);
    CheckKeys(section_,
              {"id", "name", "meaning", "explain", "sources", "audience", "evidence_class", "grade",
               "sensitivity", "status", "same_cause_as", "needs", "parameters", "false_positives",
               "what_clears", "measures"},
              Sk::kUnknownIndicatorKey, "the sekisho section", context_);
    ReadId();
    out_.name = TextOf("name");
    out_.meaning = TextOf("meaning");
    ReadSources();
    out_.audience = ReadWords("audience", {"platform", "payment", "client", "employer"});
    out_.evidence_class = Word("evidence_class", {"document", "payout", "network", "device",
                                                  "contact", "text", "work_pattern", "reputation",
                                                  "biography", "conduct", "independent_check"});
    out_.grade = Word("grade", {"context", "flag", "hard", "opener"});
    out_.sensitivity = Word("sensitivity", {"none", "proxy", "human_only"});
    out_.status = Word(
        "status", {"computed", "needs_list", "needs_similarity", "human", "background", "never"});
    for (PlacedText& code : ReadCodes("same_cause_as", IsIndicatorId)) {
      out_.same_cause_as.push_back(std::move(code.text));
    }
    out_.false_positives = TextsOf("false_positives");
    out_.what_clears = TextsOf("what_clears");
    for (PlacedText& code : ReadCodes("measures", IsMeasure)) {
      out_.measures.push_back({std::move(code.text), std::move(code.place)});
    }
    if (out_.computed() || out_.status.empty()) {
      ReadComputedPart(overrides, parameters);
    } else {
      RefuseComputedPart();
    }
    return std::move(out_);
  }

 private:
  // What only rules need: without rules nothing explains a finding or sets a threshold.
  void ReadComputedPart(std::map<std::string, std::string>* overrides, ParameterTable* parameters) {
    out_.explain = TextOf("explain");
    if (section_.Find("needs") != nullptr) out_.needs = TextsOf("needs");
    if (const YamlNode* node = section_.Find("parameters")) {
      parameters->Read(*node, out_.id, overrides, context_);
    }
    out_.parameters = parameters->Parameters();
    CheckExplain(parameters->Names());
  }

  void RefuseComputedPart() {
    out_.needs = TextsOf("needs");
    for (const YamlEntry& entry : section_.entries) {
      if (entry.key != "explain" && entry.key != "parameters") continue;
      context_->Report(Sk::kNotComputed, context_->Place(entry),
                       "the indicator is `" + out_.status + "` and has `" + entry.key + "`",
                       "say under `needs` what must be supplied or done, or set the status to "
                       "computed");
    }
  }

  const YamlNode* Required(std::string_view key) {
    const YamlNode* node = section_.Find(key);
    if (node != nullptr && !node->is_null()) return node;
    context_->Report(Sk::kIndicatorKeyMissing, context_->Place(section_),
                     "the sekisho section has no `" + std::string(key) + "`");
    return nullptr;
  }

  void ReadId() {
    const YamlNode* node = Required("id");
    if (node == nullptr) return;
    out_.id = ReadText(*node, "the id", context_, Sk::kIndicatorId).value_or("");
    if (!node->is_scalar() || IsIndicatorId(out_.id)) return;
    context_->Report(Sk::kIndicatorId, context_->Place(*node),
                     "the id \"" + out_.id + "\" is malformed", "write for example B01");
  }

  LocalText TextOf(std::string_view key) {
    const YamlNode* node = Required(key);
    return node == nullptr ? LocalText()
                           : ReadLocalText(*node, "`" + std::string(key) + "`", context_);
  }

  std::vector<LocalText> TextsOf(std::string_view key) {
    const YamlNode* node = Required(key);
    return node == nullptr ? std::vector<LocalText>() : ReadLocalTexts(*node, key, context_);
  }

  const std::vector<YamlNode>* RequiredList(std::string_view key) {
    const YamlNode* node = Required(key);
    return node == nullptr ? nullptr : ReadList(*node, key, context_);
  }

  std::string Word(std::string_view key, const Words& words) {
    const YamlNode* node = Required(key);
    if (node == nullptr) return "";
    return ReadWord(*node, "`" + std::string(key) + "`", words, context_, Sk::kWord).value_or("");
  }

  std::vector<std::string> ReadWords(std::string_view key, const Words& words) {
    std::vector<std::string> found;
    const std::vector<YamlNode>* items = RequiredList(key);
    if (items == nullptr) return found;
    for (const YamlNode& item : *items) {
      const std::string what = "an entry of `" + std::string(key) + "`";
      if (auto word = ReadWord(item, what, words, context_, Sk::kWord)) found.push_back(*word);
    }
    return found;
  }

  std::vector<PlacedText> ReadCodes(std::string_view key, bool (*valid)(std::string_view)) {
    std::vector<PlacedText> codes;
    const YamlNode* node = section_.Find(key);
    if (node == nullptr || node->is_null()) return codes;
    for (PlacedText& code :
         ReadTexts(*node, "an entry of `" + std::string(key) + "`", context_, Sk::kMeasureCode)) {
      if (valid(code.text)) {
        codes.push_back(std::move(code));
        continue;
      }
      context_->Report(Sk::kMeasureCode, code.place,
                       "\"" + code.text + "\" is no code for `" + std::string(key) + "`");
    }
    return codes;
  }

  void ReadSources() {
    const std::vector<YamlNode>* items = RequiredList("sources");
    if (items == nullptr) return;
    for (const YamlNode& item : *items) {
      if (item.is_map()) {
        ReadSource(item);
        continue;
      }
      context_->Report(Sk::kValueShape, context_->Place(item),
                       "a source must be a map, not " + std::string(DescribeKind(item)));
    }
  }

  void ReadSource(const YamlNode& item) {
    CheckKeys(item, {"document", "date", "place", "status_in_latest"}, Sk::kUnknownIndicatorKey,
              "a source", context_);
    const auto read = [&](std::string_view key) -> std::string {
      const YamlNode* node = item.Find(key);
      if (node != nullptr && node->is_scalar()) return node->text;
      context_->Report(Sk::kIndicatorKeyMissing, context_->Place(item),
                       "the source has no `" + std::string(key) + "`");
      return "";
    };
    IndicatorSource source{read("document"), read("date"), read("place"), "",
                           context_->Place(item)};
    if (const YamlNode* node = item.Find("status_in_latest")) {
      source.status_in_latest = ReadWord(*node, "`status_in_latest`",
                                         {"unchanged", "changed", "not read"}, context_, Sk::kWord)
                                    .value_or("");
    } else {
      read("status_in_latest");
    }
    if (!source.date.empty() && !IsDate(source.date)) {
      context_->Report(Sk::kIndicatorDate, context_->Place(*item.Find("date")),
                       "\"" + source.date + "\" is not a date YYYY-MM-DD");
    }
    out_.sources.push_back(std::move(source));
  }

  // Every {name} of the sentence is one that a finding can fill in.
  void CheckExplain(const Words& parameters) {
    const YamlNode* node = section_.Find("explain");
    if (node == nullptr || !node->is_map()) return;
    Words names = {"subject", "value", "threshold", "window", "first", "last"};
    names.insert(names.end(), parameters.begin(), parameters.end());
    for (const YamlEntry& entry : node->entries) {
      const std::string& text = entry.value.text;
      for (size_t open = text.find('{'); open != std::string::npos;
           open = text.find('{', open + 1)) {
        const size_t close = std::min(text.find_first_of("{}", open + 1), text.size());
        const std::string name = text.substr(open + 1, close - open - 1);
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        context_->Report(Sk::kExplainPlaceholder, context_->Place(entry.value),
                         "`explain` names {" + name + "}, which a finding cannot fill in",
                         DidYouMean(name, names));
      }
    }
  }

  const YamlNode& section_;
  RuleContext* context_;
  Indicator out_;
};

}  // namespace

Indicator ReadIndicator(const YamlNode& section, std::map<std::string, std::string>* overrides,
                        ParameterTable* parameters, RuleContext* context) {
  if (section.is_map()) return IndicatorReader(section, context).Read(overrides, parameters);
  context->Report(Sk::kValueShape, context->Place(section),
                  "the sekisho section must be a map, not " + std::string(DescribeKind(section)));
  return Indicator();
}

}  // namespace sekisho
