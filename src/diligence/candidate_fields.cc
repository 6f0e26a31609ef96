#include "diligence/candidate_fields.h"

#include "diligence/candidate_sections.h"

namespace sekisho {

const std::vector<CandidateField>& CandidateFields() {
  static const auto& fields = *new std::vector<CandidateField>([] {
    FieldLister lister;
    Candidate candidate;
    ReadHead(&lister, std::nullopt, &candidate);
    ReadSections(&lister, &candidate);
    return lister.Take();
  }());
  return fields;
}

std::string_view FieldKindName(CandidateField::Kind kind) {
  constexpr std::string_view kNames[] = {"text",  "word",  "country", "zone",    "day",    "sha256",
                                         "time",  "month", "count",   "boolean", "clock",  "amount",
                                         "texts", "words", "counts",  "object",  "objects"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace sekisho
