#include "rules/collection.h"

#include <algorithm>

#include "core/limits.h"
#include "yaml/yaml_parse.h"

namespace sekisho {
namespace {

// Fills into `node` what it lacks of `shared`.
void MergeInto(YamlNode* node, const YamlNode& shared) {
  for (const YamlEntry& entry : shared.entries) {
    const auto own = std::find_if(node->entries.begin(), node->entries.end(),
                                  [&](const YamlEntry& e) { return e.key == entry.key; });
    if (own == node->entries.end()) {
      node->entries.push_back(entry);
    } else if (own->value.is_map() && entry.value.is_map()) {
      MergeInto(&own->value, entry.value);
    }
  }
}

std::string TakeAction(YamlNode* document, RuleContext* context) {
  for (auto entry = document->entries.begin(); entry != document->entries.end(); ++entry) {
    if (entry->key != "action") continue;
    std::string action = entry->value.text;
    if (action != "global" && action != "reset" && action != "repeat") {
      context->Report(Sk::kAction, context->Place(*entry), "there is no action \"" + action + "\"",
                      "write global, reset or repeat");
    }
    document->entries.erase(entry);
    return action;
  }
  return "";
}

}  // namespace

std::vector<YamlNode> ExpandActions(std::vector<YamlNode> documents, RuleContext* context) {
  std::vector<YamlNode> out;
  YamlNode shared;
  shared.kind = YamlNode::Kind::kMap;
  YamlNode last = shared;
  size_t nodes = 0;
  bool actions = false;
  for (YamlNode& document : documents) {
    const std::string action = document.is_map() ? TakeAction(&document, context) : "";
    if (!action.empty()) actions = true;
    if (action == "global") {
      MergeInto(&document, shared);
      shared = std::move(document);
      continue;
    }
    if (action == "reset") shared.entries.clear();
    if (action == "repeat") MergeInto(&document, last);
    if (actions && document.is_map()) {
      MergeInto(&document, shared);
      last = document;
      nodes += CountNodes(document);
    }
    if (nodes > limits::kRuleNodesMax) {
      context->Report(Sk::kYamlSize, context->Place(document),
                      "shared values make more than " + std::to_string(limits::kRuleNodesMax) +
                          " values of this file; the rest is left out");
      return out;
    }
    out.push_back(std::move(document));
  }
  return out;
}

}  // namespace sekisho
