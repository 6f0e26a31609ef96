#include "lists/directory.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "core/status.h"
#include "core/suggestion.h"
#include "core/text.h"
#include "lists/list_lines.h"

namespace sekisho {
namespace {

using Cells = std::vector<std::string>;
using Words = std::vector<std::string_view>;

constexpr size_t kCodeBytesMin = 2;
constexpr size_t kCodeBytesMax = 16;

// Hands the named columns of each row, in the order of `names`, to `take`, which returns "" or what
// is wrong with the row.
ListCount ReadColumns(const std::string& file, std::string_view text, const Words& names,
                      DiagnosticSink* sink, const std::function<std::string(const Cells&)>& take) {
  ListCount count;
  ListLines lines(file, text, sink);
  std::string_view line;
  Cells cells;
  std::vector<size_t> columns;
  while (lines.Next(&line)) {
    std::string problem = SplitCells(line, &cells);
    if (problem.empty() && columns.empty()) {
      for (const std::string_view name : names) {
        const auto found = std::find(cells.begin(), cells.end(), name);
        if (found == cells.end()) {
          lines.Refuse("the first line has no column \"" + std::string(name) + "\"",
                       "name the columns " + Enumerate(names));
          count.refused = lines.refused();
          return count;
        }
        columns.push_back(static_cast<size_t>(found - cells.begin()));
      }
      continue;
    }
    Cells wanted;
    for (const size_t column : columns) {
      wanted.push_back(column < cells.size() ? cells[column] : "");
    }
    if (problem.empty()) problem = take(wanted);
    if (problem.empty()) {
      ++count.entries;
    } else {
      lines.Refuse(std::move(problem), "correct the row");
    }
  }
  lines.Finish();
  count.refused = lines.refused();
  return count;
}

std::string NotOne(std::string_view what, const std::string& word, const Words& words) {
  if (std::find(words.begin(), words.end(), word) != words.end()) return "";
  return "\"" + word.substr(0, 60) + "\" is no " + std::string(what) + "; known are " +
         Enumerate(words);
}

}  // namespace

ListCount Directory::AddInstitutions(const ListSpec& spec, std::string_view text,
                                     DiagnosticSink* sink) {
  ListCount count =
      ReadColumns(spec.file, text, {"scheme", "code", "kind"}, sink, [&](const Cells& row) {
        std::string problem = NotOne("scheme", row[0], {"routing", "zengin", "iban", "card"});
        if (problem.empty()) {
          problem = NotOne("kind", row[2], {"bank", "sponsor_bank", "money_service", "exchange"});
        }
        if (!problem.empty()) return problem;
        const std::string code = LettersAndDigits(row[1], TextCase::kUpper);
        if (code.size() < kCodeBytesMin || code.size() > kCodeBytesMax) {
          return "\"" + row[1].substr(0, 60) + "\" is no code of an institution";
        }
        Keep(row[2], spec.ExpiresMs(), &institutions_[row[0] + "|" + code]);
        return std::string();
      });
  if (count.entries > 0) count.parts.Add(ListPart::kInstitution);
  return count;
}

ListCount Directory::AddServices(const ListSpec& spec, std::string_view text,
                                 DiagnosticSink* sink) {
  ListCount count = ReadColumns(spec.file, text, {"name", "country"}, sink, [&](const Cells& row) {
    const std::string name = LettersAndDigits(row[0], TextCase::kLower);
    const std::string country = NetworkValue(NetworkField::kCountry, row[1]);
    if (name.empty()) return std::string("the row names no service");
    if (country.empty()) return "\"" + row[1].substr(0, 60) + "\" is no code of a country (JP)";
    Keep(country, spec.ExpiresMs(), &services_[name]);
    return std::string();
  });
  if (count.entries > 0) count.parts.Add(ListPart::kServiceCountry);
  return count;
}

void Directory::Keep(const std::string& value, int64_t until_ms, Values* values) {
  for (Entry& entry : *values) {
    if (entry.value != value) continue;
    entry.until_ms = std::max(entry.until_ms, until_ms);
    return;
  }
  values->push_back({value, until_ms});
}

std::string_view Directory::InstitutionKind(std::string_view scheme, std::string_view number,
                                            int64_t time_ms) const {
  if (institutions_.empty()) return {};
  std::string key = std::string(scheme) + "|";
  const size_t begin = key.size();
  key += number.substr(0, kCodeBytesMax);
  for (; key.size() >= begin + kCodeBytesMin; key.pop_back()) {
    const auto found = institutions_.find(key);
    if (found == institutions_.end()) continue;
    std::string_view kind;
    for (const Entry& entry : found->second) {
      if (time_ms < entry.until_ms && (kind.empty() || kind == "bank")) kind = entry.value;
    }
    if (!kind.empty()) return kind;
  }
  return {};
}

std::string_view Directory::ServiceCountry(std::string_view name, int64_t time_ms) const {
  if (services_.empty()) return {};
  const auto found = services_.find(LettersAndDigits(name, TextCase::kLower));
  if (found == services_.end()) return {};
  std::string_view only;
  for (const Entry& entry : found->second) {
    if (time_ms >= entry.until_ms) continue;
    if (!only.empty()) return {};
    only = entry.value;
  }
  return only;
}

}  // namespace sekisho
