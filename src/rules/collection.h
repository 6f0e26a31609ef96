// `action: global`, `reset` and `repeat` of older multi-document rule collections.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_context.h"
#include "yaml/yaml.h"

namespace sekisho {

// The documents with shared values filled in. `action` is gone from them; documents that only
// shared values are gone as a whole. Values of a document win over shared ones; maps are merged.
std::vector<YamlNode> ExpandActions(std::vector<YamlNode> documents, RuleContext* context);

}  // namespace sekisho
