#include "ingest/mapping_source.h"

#include <algorithm>
#include <utility>

#include "core/forbidden_fields.h"
#include "core/limits.h"
#include "ingest/lower_case.h"

namespace sekisho {
namespace {

struct TransformName {
  std::string_view name;
  Transform transform;
};
constexpr TransformName kTransforms[] = {
    {"lower_case", Transform::kLowerCase},       {"upper_case", Transform::kUpperCase},
    {"country_code", Transform::kCountryCode},   {"utc_time", Transform::kUtcTime},
    {"epoch_seconds", Transform::kEpochSeconds}, {"before_at", Transform::kBeforeAt},
    {"after_colon", Transform::kAfterColon},     {"whole_minutes", Transform::kWholeMinutes},
    {"after_comma", Transform::kAfterComma},     {"repository", Transform::kRepository},
};

}  // namespace

void MappingContext::CheckKeys(const YamlNode& map, const std::vector<std::string_view>& allowed,
                               std::string_view what) {
  for (const YamlEntry& entry : map.entries) {
    if (std::find(allowed.begin(), allowed.end(), entry.key) != allowed.end()) continue;
    std::string suggestion = Suggest(entry.key, allowed);
    if (suggestion.empty()) suggestion = "allowed here: " + Enumerate(allowed);
    Report(Sk::kMappingKey, Place(entry), std::string(what) + " has no key \"" + entry.key + "\"",
           std::move(suggestion));
  }
}

std::optional<std::string> MappingContext::ReadText(const YamlNode& node, std::string_view what) {
  if (node.is_scalar() && !node.text.empty()) return node.text;
  Report(Sk::kMappingValue, Place(node),
         std::string(what) + " must be a text, not " +
             (node.is_scalar() ? "an empty one" : std::string(DescribeKind(node))));
  return std::nullopt;
}

int MappingContext::SlotOf(const std::string& path, const SourcePlace& place) {
  if (IsForbiddenField(path)) {
    Report(Sk::kMappingForbidden, place, "the field \"" + path + "\" may not be read");
    return -1;
  }
  const std::string lower = LowerCase(path);
  const auto [found, is_new] =
      mapping->slots.emplace(lower, static_cast<int>(mapping->paths.size()));
  if (is_new) {
    mapping->paths.push_back(lower);
    if (mapping->paths.size() == limits::kMappingPathsMax + 1) {
      Report(Sk::kMappingSize, place,
             "the mapping reads more than " + std::to_string(limits::kMappingPathsMax) + " paths");
    }
  }
  return found->second;
}

int MappingContext::ReadPath(const YamlNode& node) {
  const std::optional<std::string> path = ReadText(node, "a path");
  return path ? SlotOf(*path, Place(node)) : -1;
}

void MappingContext::ReadPaths(const YamlNode& node, MappedSource* source) {
  if (!node.is_sequence()) {
    source->slots.push_back(ReadPath(node));
    return;
  }
  if (node.items.empty())
    Report(Sk::kMappingValue, Place(node), "a list of paths must not be empty");
  for (const YamlNode& item : node.items) source->slots.push_back(ReadPath(item));
}

MappedSource MappingContext::ReadSource(const YamlNode& node, const FieldSpec& spec) {
  MappedSource source;
  if (!node.is_map()) {
    ReadPaths(node, &source);
    return source;
  }
  CheckKeys(node, {"from", "constant", "ignore", "values", "transform", "format", "zone"},
            "the source of a field");
  const YamlNode* from = node.Find("from");
  const YamlNode* constant = node.Find("constant");
  if ((from == nullptr) == (constant == nullptr)) {
    Report(Sk::kMappingValue, Place(node),
           "a field comes either `from` paths or from a `constant`");
    return source;
  }
  if (constant != nullptr) {
    source.constant = ReadText(*constant, "a constant").value_or("");
    if (node.entries.size() > 1) {
      Report(Sk::kMappingValue, Place(node), "a constant stands alone; write what it shall be");
    }
    return source;
  }
  ReadPaths(*from, &source);
  if (const YamlNode* ignore = node.Find("ignore")) ReadIgnored(*ignore, &source);
  if (const YamlNode* values = node.Find("values")) ReadValues(*values, &source);
  if (const YamlNode* transform = node.Find("transform")) ReadTransforms(*transform, &source);
  if (node.Find("format") != nullptr || node.Find("zone") != nullptr) {
    ReadForms(node, spec, &source);
  }
  return source;
}

void MappingContext::ReadIgnored(const YamlNode& node, MappedSource* source) {
  const std::vector<YamlNode> one = {node};
  for (const YamlNode& item : node.is_sequence() ? node.items : one) {
    if (std::optional<std::string> text = ReadText(item, "an ignored value")) {
      source->ignored.push_back(std::move(*text));
    }
  }
}

void MappingContext::ReadValues(const YamlNode& node, MappedSource* source) {
  if (!node.is_map() || node.entries.empty()) {
    Report(Sk::kMappingValue, Place(node), "`values` must be a map from their values to ours");
    return;
  }
  if (node.entries.size() > limits::kMappingValuesMax) {
    Report(Sk::kMappingSize, Place(node),
           "`values` has more than " + std::to_string(limits::kMappingValuesMax) + " entries");
    return;
  }
  for (const YamlEntry& entry : node.entries) {
    if (std::optional<std::string> text = ReadText(entry.value, "a value")) {
      source->values.emplace_back(entry.key, std::move(*text));
    }
  }
  std::sort(source->values.begin(), source->values.end());
}

void MappingContext::ReadTransforms(const YamlNode& node, MappedSource* source) {
  if (!node.is_sequence()) return ReadTransform(node, source);
  if (node.items.empty() || node.items.size() > limits::kMappingTransformsMax) {
    Report(Sk::kMappingValue, Place(node),
           "a list of transforms has 1 to " + std::to_string(limits::kMappingTransformsMax) +
               " of them");
    return;
  }
  for (const YamlNode& item : node.items) ReadTransform(item, source);
}

void MappingContext::ReadTransform(const YamlNode& node, MappedSource* source) {
  const std::optional<std::string> name = ReadText(node, "a transform");
  if (!name) return;
  std::vector<std::string_view> known;
  for (const TransformName& entry : kTransforms) {
    known.push_back(entry.name);
    if (entry.name != *name) continue;
    source->transforms.push_back(entry.transform);
    return;
  }
  std::string suggestion = Suggest(*name, known);
  if (suggestion.empty()) suggestion = "write " + Enumerate(known);
  Report(Sk::kMappingTransform, Place(node), "there is no transform \"" + *name + "\"",
         std::move(suggestion));
}

std::vector<MappedCondition::Pattern> MappingContext::ReadPatterns(const YamlNode& node) {
  using Kind = MappedCondition::Pattern::Kind;
  std::vector<MappedCondition::Pattern> patterns;
  const std::vector<YamlNode> one = {node};
  for (const YamlNode& item : node.is_sequence() ? node.items : one) {
    if (item.is_null() || (item.is_scalar() && item.text.empty())) {
      patterns.push_back({Kind::kNone, ""});
    } else if (item.is_map() && item.entries.size() == 1 && item.Find("same_as") != nullptr) {
      patterns.push_back({Kind::kSame, "", ReadPath(*item.Find("same_as"))});
    } else if (!item.is_scalar()) {
      Report(Sk::kMappingValue, Place(item),
             "a value to compare with must be a text, null or {same_as: path}, not " +
                 std::string(DescribeKind(item)));
    } else if (item.text.back() == '*') {
      patterns.push_back({Kind::kPrefix, item.text.substr(0, item.text.size() - 1)});
    } else {
      patterns.push_back({Kind::kText, item.text});
    }
  }
  if (node.is_sequence() && node.items.empty()) {
    Report(Sk::kMappingValue, Place(node), "a list of values must not be empty");
  }
  return patterns;
}

}  // namespace sekisho
