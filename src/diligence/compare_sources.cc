#include "diligence/compare_sources.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace sekisho {

std::string WorseOutcome(const std::string& a, const std::string& b) {
  constexpr std::string_view kOrder[] = {"differs", "unclear", "declared", "variant", "same"};
  for (const std::string_view one : kOrder) {
    if (a == one || b == one) return std::string(one);
  }
  return "same";
}

namespace {

// The source of a value: "/claims", "/documents/0", "/profiles/1".
std::string_view SourceOf(std::string_view pointer) {
  const size_t section = pointer.find('/', 1);
  if (section == std::string_view::npos) return pointer;
  const std::string_view name = pointer.substr(0, section);
  return name == "/claims" ? name : pointer.substr(0, pointer.find('/', section + 1));
}

}  // namespace

void AddRow(MatrixRow row, RuleOutput* out) {
  if (row.values.empty()) return;
  const std::string_view first = SourceOf(row.values.front().source);
  const bool several =
      std::any_of(row.values.begin(), row.values.end(),
                  [&](const MatrixRow::Value& value) { return SourceOf(value.source) != first; });
  if (!several) row.outcome = "one_source";
  out->matrix.push_back(std::move(row));
}

void ReportDifference(const Difference& one, RuleOutput* out) {
  const Phrase text{"$0: \"$1\" here, \"$2\" there", "$0：一方は「$1」、他方は「$2」",
                    "$0: 한쪽은 “$1”, 다른 쪽은 “$2”"};
  LocalText message;
  for (auto [target, phrase, field] : {std::tuple(&message.en, text.en, one.field.en),
                                       std::tuple(&message.ja, text.ja, one.field.ja),
                                       std::tuple(&message.ko, text.ko, one.field.ko)}) {
    *target = absl::Substitute(ToAbsl(phrase), ToAbsl(field), one.here.value, one.there.value);
  }
  VetFinding* const finding =
      out->Find("E01", std::move(message), {one.here.source, one.there.source}, one.grade);
  finding->proxy = one.proxy;
  out->tasks.push_back({"M25", "", "", "E01", {}});
}

}  // namespace sekisho
