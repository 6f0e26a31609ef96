// Versions of rules: a hash over what a rule does, not over how its file is written.
#pragma once

#include <string>
#include <string_view>

#include "rules/rule_set.h"
#include "yaml/yaml.h"

namespace sekisho {

// One spelling of a tree: keys sorted, numbers canonical, comments and layout gone.
std::string CanonicalYaml(const YamlNode& node);

// What a correlation does; rules it builds on stand by their versions.
std::string CanonicalCorrelation(const CorrelationRule& correlation, const RuleSet& rules);

// First 12 hex digits of the SHA-256 (FIPS 180-4) of `canonical`.
std::string VersionOf(std::string_view canonical);

}  // namespace sekisho
