// The part of MappingDocument that reads where records, and names with their values, stand.
#include "core/limits.h"
#include "ingest/lower_case.h"
#include "ingest/mapping_document.h"

namespace sekisho {
void MappingDocument::ReadLayout(const YamlNode& root) {
  const std::pair<std::string_view, std::string*> kMembers[] = {{"records", &mapping_.layout.list},
                                                                {"split", &mapping_.layout.split}};
  for (const auto& [key, text] : kMembers) {
    if (const YamlNode* member = root.Find(key)) {
      *text = context_.ReadText(*member, "`" + std::string(key) + "`").value_or("");
    }
  }
  if (const YamlNode* pairs = root.Find("pairs")) ReadPairs(*pairs);
  if (root.Find("tables") != nullptr && (!mapping_.layout.plain() || !mapping_.pairs.empty())) {
    Report(Sk::kMappingTable, root,
           "`records` stands with each of the tables; `split` and `pairs` are for logs");
  }
}

void MappingDocument::ReadPairs(const YamlNode& node) {
  if (!node.is_map() || node.entries.empty() || node.entries.size() > limits::kMappingPairsMax) {
    Report(Sk::kMappingValue, node,
           "`pairs` must be a map from 1 to " + std::to_string(limits::kMappingPairsMax) +
               " paths of lists to their `name` and `value`");
    return;
  }
  for (const YamlEntry& entry : node.entries) {
    context_.CheckKeys(entry.value, {"name", "value"}, "a list of pairs");
    const YamlNode* const name = entry.value.Find("name");
    const YamlNode* const value = entry.value.Find("value");
    const bool whole = name != nullptr && value != nullptr &&
                       (!value->is_sequence() ||
                        (!value->items.empty() && value->items.size() <= limits::kMappingPairsMax));
    if (!whole) {
      Report(Sk::kMappingValue, entry.value,
             "a list of pairs needs `name` and `value`, the members of its objects");
      continue;
    }
    const std::string list = LowerCase(entry.key) + ".";
    PairList pairs;
    pairs.name = list + LowerCase(context_.ReadText(*name, "a member").value_or(""));
    const std::vector<YamlNode> one = {*value};
    for (const YamlNode& item : value->is_sequence() ? value->items : one) {
      pairs.values.push_back(list + LowerCase(context_.ReadText(item, "a member").value_or("")));
    }
    mapping_.pairs.emplace(LowerCase(entry.key), std::move(pairs));
  }
}

}  // namespace sekisho
