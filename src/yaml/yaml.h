// The files that people write, as trees of values with their places.
//
// Everything that can go wrong in YAML is settled here: limits of size, depth and aliases, invalid
// UTF-8, tabs, duplicate keys, tags. What comes out is a plain tree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "yaml/diagnostics.h"

namespace sekisho {

struct YamlEntry;

struct YamlNode {
  enum class Kind : uint8_t { kNull, kScalar, kSequence, kMap };

  Kind kind = Kind::kNull;
  bool plain = false;              // a scalar written without quotes: may be a number or a boolean
  bool damaged = false;            // a document of which a part was reported and left out
  std::string text;                // of a scalar
  int line = 0;                    // from 1
  int column = 0;                  // from 1
  std::vector<YamlNode> items;     // of a sequence
  std::vector<YamlEntry> entries;  // of a map, in the order of the file, keys unique

  bool is_null() const { return kind == Kind::kNull; }
  bool is_scalar() const { return kind == Kind::kScalar; }
  bool is_sequence() const { return kind == Kind::kSequence; }
  bool is_map() const { return kind == Kind::kMap; }

  // The value of `key` in a map; null when there is none or this is no map.
  const YamlNode* Find(std::string_view key) const;
};

struct YamlEntry {
  std::string key;
  int line = 0;
  int column = 0;
  YamlNode value;
};

// "a map", "a list", "a text", "nothing": for messages.
std::string_view DescribeKind(const YamlNode& node);

// The types of YAML 1.2 that a scalar may have (https://yaml.org/spec/1.2.2/#103-core-schema):
// only plain scalars are numbers or booleans.
enum class ScalarType : uint8_t { kText, kNumber, kBoolean };
ScalarType TypeOfScalar(const YamlNode& node);
// A plain scalar that YAML 1.1 and 1.2 read differently (yes, 017, 0x1f, 12:30:00).
bool IsAmbiguousScalar(const YamlNode& node);

// The documents of one file that could be read, empty ones left out. A document with an error is
// reported and left out; the others are read all the same.
std::vector<YamlNode> ReadYaml(const std::string& file, std::string_view text,
                               DiagnosticSink* sink);

}  // namespace sekisho
