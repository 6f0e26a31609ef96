#include "diligence/compare_sources.h"

namespace sekisho {

std::string WorseOutcome(const std::string& a, const std::string& b) {
  constexpr std::string_view kOrder[] = {"differs", "unclear", "declared", "variant", "same"};
  for (const std::string_view one : kOrder) {
    if (a == one || b == one) return std::string(one);
  }
  return "same";
}

void AddRow(MatrixRow row, RuleOutput* out) {
  if (row.values.empty()) return;
  if (row.values.size() == 1) row.outcome = "one_source";
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
