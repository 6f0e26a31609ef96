#include "service/policy_reader.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_join.h"
#include "yaml/section.h"
#include "yaml/yaml.h"
#include "yaml/yaml_file.h"

namespace sekisho {
namespace {

// A rule of the policy asks for no more signs than this: the search for them grows with it, and
// there are eleven kinds of evidence.
constexpr int64_t kCountMax = 10;
// More accounts than anybody puts behind one address.
constexpr int64_t kHubMax = 1'000'000;

class PolicyReader {
 public:
  PolicyReader(const YamlNode& root, ReadContext* context, std::vector<PolicyEntry>* entries)
      : root_(root), context_(context), entries_(entries) {}

  AssessmentPolicy Read() {
    AssessmentPolicy policy;
    CheckKeys(root_, {"flag", "review", "breadth", "urgent", "ask_first", "hub"}, Sk::kPolicyKey,
              "a policy", context_);
    Part("flag", {"proxy_classes", "linked_to"});
    Number("proxy_classes", 1, &policy.flag_proxy_classes);
    Level("linked_to", &policy.flag_linked_to);

    Part("review", {"classes", "hard", "classes_with_proxies"});
    Number("classes", 2, &policy.review_classes);
    Number("hard", 1, &policy.review_hard);
    Number("classes_with_proxies", 3, &policy.review_classes_with_proxies);

    Part("breadth", {"indicators", "classes", "solid", "within"});
    Number("indicators", 2, &policy.breadth_indicators);
    Number("classes", 2, &policy.breadth_classes);
    Number("solid", 1, &policy.breadth_solid);
    Duration("within", &policy.breadth_within_ms);

    Part("urgent", {"hard_classes", "hard_beside_opener", "openers"});
    Number("hard_classes", 2, &policy.urgent_hard_classes);
    Number("hard_beside_opener", 1, &policy.urgent_hard_beside_opener);
    Codes("openers", &policy.urgent_openers);

    Part("ask_first", {"indicators", "answer_within"});
    Codes("indicators", &policy.ask_first);
    Duration("answer_within", &policy.answer_within_ms);

    Part("hub", {"address_accounts", "device_accounts"});
    Number("address_accounts", 2, &policy.hub_address_accounts, kHubMax);
    Number("device_accounts", 2, &policy.hub_device_accounts, kHubMax);
    return policy;
  }

 private:
  const YamlNode* Child(const YamlNode& map, std::string_view key, const std::string& path) {
    const YamlNode* node = map.Find(key);
    if (node == nullptr || node->is_null()) {
      context_->Report(Sk::kPolicyKeyMissing, context_->Place(map),
                       "the policy has no `" + path + "`");
      return nullptr;
    }
    if (node->is_map()) return node;
    context_->Report(Sk::kPolicyValue, context_->Place(*node),
                     "`" + path + "` must be a map, not " + std::string(DescribeKind(*node)));
    return nullptr;
  }

  void Part(std::string_view name, const std::vector<std::string_view>& keys) {
    name_ = name;
    part_ = Child(root_, name, name_);
    if (part_ != nullptr) CheckKeys(*part_, keys, Sk::kPolicyKey, "`" + name_ + "`", context_);
  }

  // The value of an entry of the part, which also has a reason.
  const YamlNode* Value(std::string_view key) {
    if (part_ == nullptr) return nullptr;
    path_ = name_ + "." + std::string(key);
    const YamlNode* entry = Child(*part_, key, path_);
    if (entry == nullptr) return nullptr;
    CheckKeys(*entry, {"value", "why"}, Sk::kPolicyKey, "`" + path_ + "`", context_);
    std::string why;
    if (const YamlNode* node = entry->Find("why")) {
      why = ReadText(*node, "`" + path_ + ".why`", context_, Sk::kPolicyValue).value_or("");
    }
    if (why.empty()) {
      context_->Report(Sk::kPolicyWhy, context_->Place(*entry), "`" + path_ + "` has no reason",
                       "write `why:` with one sentence");
    }
    const YamlNode* value = entry->Find("value");
    if (value == nullptr || value->is_null()) {
      context_->Report(Sk::kPolicyKeyMissing, context_->Place(*entry),
                       "`" + path_ + "` has no `value`");
      return nullptr;
    }
    entries_->push_back({path_, value->text, std::move(why)});
    return value;
  }

  void Number(std::string_view key, int64_t least, size_t* out, int64_t most = kCountMax) {
    const YamlNode* node = Value(key);
    if (node == nullptr) return;
    const std::optional<int64_t> number =
        ReadCount(*node, "`" + path_ + "`", context_, Sk::kPolicyValue);
    if (!number) return;
    if (*number < least || *number > most) {
      context_->Report(Sk::kPolicyValue, context_->Place(*node),
                       "`" + path_ + "` must be between " + std::to_string(least) + " and " +
                           std::to_string(most) + ", not " + node->text);
      return;
    }
    *out = static_cast<size_t>(*number);
  }

  void Duration(std::string_view key, int64_t* out) {
    const YamlNode* node = Value(key);
    if (node == nullptr) return;
    *out = ReadDuration(*node, "`" + path_ + "`", context_, Sk::kPolicyValue).value_or(0);
  }

  // A level that opens a case, or `never`, which stands for no level at all.
  void Level(std::string_view key, AssessmentLevel* out) {
    const YamlNode* node = Value(key);
    if (node == nullptr) return;
    const auto word = ReadWord(*node, "`" + path_ + "`", {"review", "urgent", "never"}, context_,
                               Sk::kPolicyValue);
    if (!word || *word == "never") return;
    *out = *word == "urgent" ? AssessmentLevel::kUrgent : AssessmentLevel::kReview;
  }

  // May be empty; a code that no indicator has does no harm (rules are chosen when a scan starts).
  void Codes(std::string_view key, std::vector<std::string>* out) {
    const YamlNode* node = Value(key);
    if (node == nullptr) return;
    for (PlacedText& code : ReadTexts(*node, "`" + path_ + "`", context_, Sk::kPolicyValue)) {
      out->push_back(std::move(code.text));
    }
    entries_->back().value = absl::StrJoin(*out, ", ");
  }

  const YamlNode& root_;
  ReadContext* context_;
  std::vector<PolicyEntry>* entries_;
  const YamlNode* part_ = nullptr;
  std::string name_;  // of the part
  std::string path_;  // of the entry
};

}  // namespace

PolicyLoad ReadPolicyText(const std::string& file, std::string_view text) {
  PolicyLoad load;
  DiagnosticSink sink(/*foreign=*/false);
  ReadContext context{file, &sink};
  const std::vector<YamlNode> documents = ReadYaml(file, text, &sink);
  const YamlNode* policy = documents.empty() ? nullptr : documents[0].Find("policy");
  if (documents.size() == 1 && policy != nullptr && policy->is_map()) {
    CheckKeys(documents[0], {"policy"}, Sk::kPolicyKey, "the document", &context);
    const AssessmentPolicy read = PolicyReader(*policy, &context, &load.entries).Read();
    if (sink.errors() == 0) load.policy = read;
  } else if (sink.errors() == 0) {
    sink.Report(Sk::kPolicyDocument, {file, 1, 1},
                "the file is not one document with the key `policy`");
  }
  load.diagnostics = sink.Take();
  return load;
}

PolicyLoad ReadPolicy(const std::string& path) {
  DiagnosticSink sink(/*foreign=*/false);
  const std::optional<std::string> text = ReadYamlText(path, &sink);
  if (text) return ReadPolicyText(path, *text);
  PolicyLoad load;
  load.diagnostics = sink.Take();
  return load;
}

}  // namespace sekisho
