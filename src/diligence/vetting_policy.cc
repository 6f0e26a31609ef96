#include "diligence/vetting_policy.h"

#include <algorithm>

#include "core/check.h"
#include "core/suggestion.h"
#include "yaml/section.h"
#include "yaml/yaml.h"

namespace sekisho {
namespace {

constexpr std::string_view kNames[] = {
    "E01.months",   "E02.age",         "E02.overlap_months", "E02.degree_months", "E03.pages",
    "E03.days",     "A02.answer_days", "D05.check_ins",      "D06.requests",      "D06.days",
    "F02.meetings", "F02.days",        "F08.hours",          "F08.messages",      "F09.percent",
    "F09.meetings", "F10.delays",      "G02.days",           "E11.days",          "X05.percent",
    "X05.common",   "X05.pieces",
};
constexpr int64_t kNumberMax = 100'000;

class PolicyReader {
 public:
  PolicyReader(const YamlNode& root, ReadContext* context) : root_(root), context_(context) {}

  VettingPolicy Read() {
    CheckKeys(root_, {"parameters", "tasks", "allowed_by_law", "gates"}, Sk::kPolicyKey,
              "`vetting`", context_);
    Each("parameters", [this](const YamlNode& item) { ReadParameter(item); });
    Each("tasks", [this](const YamlNode& item) { ReadTask(item); });
    Each("allowed_by_law", [this](const YamlNode& item) {
      CheckKeys(item, {"jurisdiction", "parts"}, Sk::kPolicyKey, "an entry", context_);
      policy_.allowed_by_law[Text(item, "jurisdiction")] = Texts(item, "parts");
    });
    Each("gates", [this](const YamlNode& item) { ReadGate(item); });
    for (const std::string_view name : kNames) {
      if (!Has(name)) {
        context_->Report(Sk::kPolicyKeyMissing, context_->Place(root_),
                         "the policy has no parameter " + std::string(name));
      }
    }
    return std::move(policy_);
  }

 private:
  template <typename Do>
  void Each(std::string_view key, Do read) {
    const YamlNode* const node = Required(root_, key);
    const std::vector<YamlNode>* const items =
        node == nullptr ? nullptr : ReadList(*node, key, context_);
    if (items == nullptr) return;
    for (const YamlNode& item : *items) {
      if (item.is_map()) {
        read(item);
      } else {
        context_->Report(Sk::kPolicyValue, context_->Place(item),
                         "an entry of `" + std::string(key) + "` must be a map, not " +
                             std::string(DescribeKind(item)));
      }
    }
  }

  const YamlNode* Required(const YamlNode& map, std::string_view key) {
    const YamlNode* const node = map.Find(key);
    if (node != nullptr && !node->is_null()) return node;
    context_->Report(Sk::kPolicyKeyMissing, context_->Place(map),
                     "there is no `" + std::string(key) + "`");
    return nullptr;
  }

  std::string Text(const YamlNode& map, std::string_view key) {
    const YamlNode* const node = Required(map, key);
    if (node == nullptr) return "";
    return ReadText(*node, "`" + std::string(key) + "`", context_, Sk::kPolicyValue).value_or("");
  }

  std::string Word(const YamlNode& map, std::string_view key,
                   const std::vector<std::string_view>& words) {
    const YamlNode* const node = map.Find(key);
    if (node == nullptr) return "";
    return ReadWord(*node, "`" + std::string(key) + "`", words, context_, Sk::kPolicyValue)
        .value_or("");
  }

  std::vector<std::string> Texts(const YamlNode& map, std::string_view key) {
    std::vector<std::string> texts;
    const YamlNode* const node = map.Find(key);
    if (node == nullptr || (node->is_sequence() && node->items.empty())) return texts;
    for (PlacedText& text :
         ReadTexts(*node, "an entry of `" + std::string(key) + "`", context_, Sk::kPolicyValue)) {
      texts.push_back(std::move(text.text));
    }
    return texts;
  }

  bool Flag(const YamlNode& map, std::string_view key) {
    const YamlNode* const node = map.Find(key);
    if (node == nullptr) return false;
    return ReadBoolean(*node, "`" + std::string(key) + "`", context_).value_or(false);
  }

  bool Has(std::string_view name) const {
    return std::any_of(policy_.parameters.begin(), policy_.parameters.end(),
                       [&](const VettingParameter& one) { return one.name == name; });
  }

  void ReadParameter(const YamlNode& item) {
    CheckKeys(item, {"name", "value", "why"}, Sk::kPolicyKey, "a parameter", context_);
    VettingParameter parameter;
    parameter.name = Text(item, "name");
    const std::vector<std::string_view> names(std::begin(kNames), std::end(kNames));
    if (std::find(names.begin(), names.end(), parameter.name) == names.end() ||
        Has(parameter.name)) {
      context_->Report(Sk::kPolicyKey, context_->Place(item),
                       "no rule reads a parameter \"" + parameter.name + "\", or it stands twice",
                       DidYouMean(parameter.name, names));
      return;
    }
    if (const YamlNode* const value = Required(item, "value")) {
      const auto number = ReadCount(*value, "`value`", context_, Sk::kPolicyValue);
      if (number && *number >= 1 && *number <= kNumberMax) {
        parameter.value = *number;
      } else if (number) {
        context_->Report(Sk::kPolicyValue, context_->Place(*value),
                         "`value` must be between 1 and " + std::to_string(kNumberMax));
      }
    }
    if (const YamlNode* const why = item.Find("why")) {
      parameter.why = ReadText(*why, "`why`", context_, Sk::kPolicyValue).value_or("");
    }
    if (parameter.why.empty()) {
      context_->Report(Sk::kPolicyWhy, context_->Place(item), parameter.name + " has no reason",
                       "write `why:` with one sentence");
    }
    policy_.parameters.push_back(std::move(parameter));
  }

  void ReadTask(const YamlNode& item) {
    CheckKeys(item,
              {"measure", "part", "audience", "due", "owner", "per", "when", "by_law", "depends_on",
               "questions", "evidence"},
              Sk::kPolicyKey, "a task", context_);
    TaskPlan task;
    task.measure = Text(item, "measure");
    task.part = item.Find("part") == nullptr ? "" : Text(item, "part");
    if (Required(item, "audience") != nullptr) task.audience = Texts(item, "audience");
    task.due = Text(item, "due");
    task.owner = Text(item, "owner");
    task.per = Word(item, "per", {"career", "payout"});
    task.agency_only = !Word(item, "when", {"agency"}).empty();
    task.needs_evidence = !Word(item, "evidence", {"required"}).empty();
    task.by_law = Flag(item, "by_law");
    task.depends_on = Texts(item, "depends_on");
    task.questions = Texts(item, "questions");
    policy_.tasks.push_back(std::move(task));
  }

  void ReadGate(const YamlNode& item) {
    CheckKeys(item, {"gate", "when", "text", "passed", "passed_or_waived", "facts", "none_failed"},
              Sk::kPolicyKey, "a gate", context_);
    GatePlan gate;
    gate.gate = Text(item, "gate");
    if (const YamlNode* const text = Required(item, "text")) {
      gate.text = ReadLocalText(*text, "`text`", context_);
    }
    gate.passed = Texts(item, "passed");
    gate.passed_or_waived = Texts(item, "passed_or_waived");
    gate.facts = Texts(item, "facts");
    for (const std::string& fact : gate.facts) {
      if (fact == "payee_known" || fact == "not_crypto" || fact == "address_known" ||
          fact == "signature_ordered") {
        continue;
      }
      context_->Report(Sk::kPolicyValue, context_->Place(item),
                       "there is no fact \"" + fact + "\" for gates",
                       "payee_known, not_crypto, address_known or signature_ordered");
    }
    gate.none_failed = Flag(item, "none_failed");
    gate.platform_only = !Word(item, "when", {"platform"}).empty();
    policy_.gates.push_back(std::move(gate));
  }

  const YamlNode& root_;
  ReadContext* context_;
  VettingPolicy policy_;
};

}  // namespace

int64_t VettingPolicy::Number(std::string_view name) const {
  for (const VettingParameter& one : parameters) {
    if (one.name == name) return one.value;
  }
  SEKISHO_CHECK(false);
  return 0;
}

std::vector<const VettingParameter*> VettingPolicy::Of(std::string_view indicator) const {
  // E02 is computed as X09.
  const std::string prefix = std::string(indicator == "X09" ? "E02" : indicator) + ".";
  std::vector<const VettingParameter*> found;
  for (const VettingParameter& one : parameters) {
    if (one.name.starts_with(prefix)) found.push_back(&one);
  }
  return found;
}

std::span<const std::string_view> VettingParameterNames() { return kNames; }

VettingPolicyLoad ReadVettingPolicy(const std::string& file, std::string_view text) {
  VettingPolicyLoad load;
  DiagnosticSink sink(/*foreign=*/false);
  ReadContext context{file, &sink};
  const std::vector<YamlNode> documents = ReadYaml(file, text, &sink);
  const YamlNode* root = documents.empty() ? nullptr : documents[0].Find("vetting");
  if (documents.size() == 1 && root != nullptr && root->is_map()) {
    CheckKeys(documents[0], {"vetting"}, Sk::kPolicyKey, "the document", &context);
    VettingPolicy policy = PolicyReader(*root, &context).Read();
    if (sink.errors() == 0) load.policy = std::move(policy);
  } else if (sink.errors() == 0) {
    sink.Report(Sk::kPolicyDocument, {file, 1, 1},
                "the file is not one document with the key `vetting`");
  }
  load.diagnostics = sink.Take();
  return load;
}

}  // namespace sekisho
