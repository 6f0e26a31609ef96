// Small readers for parts of a document: keys, texts, lists of texts. Problems are reported.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "yaml/diagnostics.h"
#include "yaml/yaml.h"

namespace sekisho {

// Where a reader is, and to whom it reports. Both must outlive it.
struct ReadContext {
  const std::string& file;
  DiagnosticSink* sink;

  SourcePlace Place(const YamlNode& node) const { return {file, node.line, node.column}; }
  SourcePlace Place(const YamlEntry& entry) const { return {file, entry.line, entry.column}; }

  void Report(Sk code, SourcePlace place, std::string message, std::string suggestion = "") {
    sink->Report(code, std::move(place), std::move(message), std::move(suggestion));
  }
};

// A text as written, with its place.
struct PlacedText {
  std::string text;
  SourcePlace place;
};

// Reports every key of the map that is not in `allowed`. `what` names the map: "a correlation".
void CheckKeys(const YamlNode& map, const std::vector<std::string_view>& allowed, Sk code,
               std::string_view what, ReadContext* context);

// A scalar's text; a report and nothing for lists, maps and null. `what` names the value.
std::optional<std::string> ReadText(const YamlNode& node, std::string_view what,
                                    ReadContext* context, Sk code = Sk::kValueShape);

// A scalar, or a list of scalars.
std::vector<PlacedText> ReadTexts(const YamlNode& node, std::string_view what, ReadContext* context,
                                  Sk code = Sk::kValueShape);

// One of `words`, else a report.
std::optional<std::string> ReadWord(const YamlNode& node, std::string_view what,
                                    const std::vector<std::string_view>& words,
                                    ReadContext* context, Sk code);

// true or false.
std::optional<bool> ReadBoolean(const YamlNode& node, std::string_view what, ReadContext* context);

// Milliseconds of "90s", "1h" …
std::optional<int64_t> ReadDuration(const YamlNode& node, std::string_view what,
                                    ReadContext* context, Sk code = Sk::kDuration);

// A whole number from 0.
std::optional<int64_t> ReadCount(const YamlNode& node, std::string_view what, ReadContext* context,
                                 Sk code);

// A map of en, ja and ko, none of them empty. `what` names the value: "`meaning`".
LocalText ReadLocalText(const YamlNode& node, std::string_view what, ReadContext* context);

// A list of such maps with at least one entry. `key` is the name of the list.
std::vector<LocalText> ReadLocalTexts(const YamlNode& node, std::string_view key,
                                      ReadContext* context);

// The entries of a list that must not be empty; null after a report.
const std::vector<YamlNode>* ReadList(const YamlNode& node, std::string_view key,
                                      ReadContext* context);

// YYYY-MM-DD, with a month and a day that a calendar has.
bool IsDate(std::string_view text);

}  // namespace sekisho
