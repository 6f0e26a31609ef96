// Assessments as NDJSON; every member stands in docs/findings.md.
#pragma once

#include <cstddef>
#include <string>

#include "core/language.h"
#include "service/assessing.h"

namespace sekisho {

// The lines: one about the assessment as a whole; one for every exemption and every hub; one for
// every account of the queue, in its order; then one for every group. What is the same for all is
// said once; texts are in one language, and what the catalogue says of an indicator is not
// repeated. No line at all without findings, exemptions and missing lists or events.
//
// Thread-safe once made; what it is given must outlive it.
class AssessmentJson {
 public:
  AssessmentJson(const RuleSet& rules, const ScanReport& report, const ScanAssessments& assessments,
                 Language language)
      : rules_(rules), report_(report), assessments_(assessments), language_(language) {}

  size_t lines() const;
  // Appends line `number`, counted from 0, with its line end.
  void Append(size_t number, std::string* out) const;

 private:
  void AppendSummary(std::string* out) const;
  void AppendAccount(const AccountAssessment& one, std::string* out) const;
  void AppendGroup(const GroupAssessment& one, std::string* out) const;

  const RuleSet& rules_;
  const ScanReport& report_;
  const ScanAssessments& assessments_;
  const Language language_;
};

}  // namespace sekisho
