#include "rules/version.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cstdio>

#include "core/number.h"
#include "rules/correlation.h"

namespace sekisho {
namespace {

constexpr size_t kVersionDigits = 12;

// Length first, so that no text can imitate the structure around it.
std::string Sized(std::string_view text) {
  return std::to_string(text.size()) + ":" + std::string(text);
}

void AppendFields(const std::vector<FieldId>& ids, const FieldTable& fields, std::string* out) {
  *out += "(";
  for (const FieldId id : ids) *out += Sized(fields.Name(id));
  *out += ")";
}

}  // namespace

std::string CanonicalYaml(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::kNull:
      return "null";
    case YamlNode::Kind::kScalar:
      switch (TypeOfScalar(node)) {
        case ScalarType::kNumber:
          return "#" + Sized(CanonicalNumber(node.text));
        case ScalarType::kBoolean:
          return node.text[0] == 't' || node.text[0] == 'T' ? "true" : "false";
        case ScalarType::kText:
          return Sized(node.text);
      }
      break;
    case YamlNode::Kind::kSequence: {
      std::string out = "[";
      for (const YamlNode& item : node.items) out += CanonicalYaml(item);
      return out + "]";
    }
    case YamlNode::Kind::kMap: {
      std::vector<std::string> entries;
      for (const YamlEntry& entry : node.entries) {
        entries.push_back(Sized(entry.key) + "=" + CanonicalYaml(entry.value));
      }
      std::sort(entries.begin(), entries.end());
      std::string out = "{";
      for (const std::string& entry : entries) out += entry;
      return out + "}";
    }
  }
  return "";
}

std::string CanonicalCorrelation(const CorrelationRule& correlation, const RuleSet& rules) {
  std::string out(CorrelationTypeName(correlation.type));
  const auto add = [&out](std::string_view name, int64_t number) {
    out += std::string(name) + "=" + std::to_string(number);
  };
  for (const CorrelationInput& input : correlation.inputs) {
    out += "<" + rules.rules[input.rule].version;
    AppendFields(input.group_by, rules.fields, &out);
    AppendFields(input.values, rules.fields, &out);
    out += ">";
  }
  add("split", static_cast<int64_t>(correlation.split));
  out += "group-by";
  for (const std::string& name : correlation.group_by) out += Sized(name);
  for (const Threshold& threshold : correlation.thresholds) {
    add("compare", static_cast<int64_t>(threshold.compare));
    add("micros", threshold.micros);
  }
  add("timespan", correlation.timespan_ms);
  add("percentile", correlation.percentile);
  add("lag", correlation.lag_ms);
  add("minimum", correlation.minimum_numerator);
  add("of", correlation.minimum_denominator);
  add("gap", correlation.gap_ms);
  return out;
}

std::string VersionOf(std::string_view canonical) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int bytes = 0;
  // Only fails when the library has no SHA-256 at all; the version is then that of all zeros.
  if (EVP_Digest(canonical.data(), canonical.size(), digest, &bytes, EVP_sha256(), nullptr) != 1) {
    return std::string(kVersionDigits, '0');
  }
  std::string text;
  for (size_t i = 0; i < kVersionDigits / 2; ++i) {
    char hex[3];
    std::snprintf(hex, sizeof hex, "%02x", static_cast<unsigned>(digest[i]));
    text += hex;
  }
  return text;
}

}  // namespace sekisho
