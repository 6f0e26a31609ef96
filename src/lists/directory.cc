#include "lists/directory.h"

#include <algorithm>
#include <vector>

#include "core/bank_code.h"
#include "core/iban.h"
#include "core/status.h"
#include "core/suggestion.h"
#include "core/text.h"
#include "lists/list_columns.h"
#include "lists/list_lines.h"

namespace sekisho {
namespace {

using Cells = ListCells;
using Words = std::vector<std::string_view>;

constexpr size_t kCodeBytesMin = 2;
constexpr size_t kCodeBytesMax = 16;

std::string NotOne(std::string_view what, const std::string& word, const Words& words) {
  if (std::find(words.begin(), words.end(), word) != words.end()) return "";
  return Quoted(word) + " is no " + std::string(what) + "; known are " + Enumerate(words);
}

// "" or what is wrong with the code of an institution. A code that lost its leading zeros, as
// tables lose them in a spreadsheet, would stand for other institutions.
std::string ProblemOfCode(std::string_view scheme, const std::string& code) {
  constexpr size_t kCardDigitsMin = 6;
  constexpr size_t kCardDigitsMax = 11;
  const bool digits =
      std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  const size_t size = code.size();
  if (scheme == "routing" && CheckRoutingNumber(code) != DigitCheck::kPasses) {
    return "a routing number has nine digits, and its check digit is right";
  }
  if (scheme == "zengin" && !(digits && (size == 4 || size == 7))) {
    return "a code of Zengin has four digits, with the branch seven; zeros in front stay";
  }
  if (scheme == "card" && !(digits && size >= kCardDigitsMin && size <= kCardDigitsMax)) {
    return "a card number of the bank begins with six to eleven digits";
  }
  if (scheme == "bic" && size != 4 && CheckBic(code) == DigitCheck::kMalformed) {
    return "a BIC has eight or eleven characters; its first four alone are the bank";
  }
  if (scheme == "iban" && !IsIbanBankCode(code)) {
    return "write the country of the IBAN and the code behind its check digits, such as GBBUKB";
  }
  return "";
}

}  // namespace

ListCount Directory::AddInstitutions(const ListSpec& spec, std::string_view text,
                                     DiagnosticSink* sink) {
  ListCount count =
      ReadListColumns(spec.file, text, {"scheme", "code", "kind"}, sink, [&](const Cells& row) {
        std::string problem =
            NotOne("scheme", row[0], {"routing", "zengin", "iban", "bic", "card"});
        if (problem.empty()) {
          problem = NotOne("kind", row[2], {"bank", "sponsor_bank", "money_service", "exchange"});
        }
        if (!problem.empty()) return problem;
        const std::string code = LettersAndDigits(row[1], TextCase::kUpper);
        if (code.size() < kCodeBytesMin || code.size() > kCodeBytesMax) {
          return Quoted(row[1]) + " is no code of an institution";
        }
        problem = ProblemOfCode(row[0], code);
        if (!problem.empty()) return Quoted(row[1]) + ": " + problem;
        Keep(row[2], spec.ExpiresMs(), &institutions_[row[0] + "|" + code]);
        if (row[2] != "bank") {
          int64_t& until_ms = services_until_ms_[row[0]];
          until_ms = std::max(until_ms, spec.ExpiresMs());
        }
        return std::string();
      });
  if (count.entries > 0) count.parts.Add(ListPart::kInstitution);
  return count;
}

ListCount Directory::AddServices(const ListSpec& spec, std::string_view text,
                                 DiagnosticSink* sink) {
  ListCount count =
      ReadListColumns(spec.file, text, {"name", "country"}, sink, [&](const Cells& row) {
        const std::string name = LettersAndDigits(row[0], TextCase::kLower);
        const std::string country = NetworkValue(NetworkField::kCountry, row[1]);
        if (name.empty()) return std::string("the row names no service");
        if (country.empty()) return Quoted(row[1]) + " is no code of a country (JP)";
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

bool Directory::NamesServices(std::string_view scheme, int64_t time_ms) const {
  const auto found = services_until_ms_.find(ToAbsl(scheme));
  return found != services_until_ms_.end() && time_ms < found->second;
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
