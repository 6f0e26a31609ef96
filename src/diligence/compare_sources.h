// The comparisons of E01: rows of what the sources say, and findings where they differ. Used inside
// of this layer. Pure; nothing is kept.
#pragma once

#include "diligence/rule_output.h"

namespace sekisho {

// The outcome that stands for both: the one that asks for more attention.
std::string WorseOutcome(const std::string& a, const std::string& b);

// Adds the row unless nobody says anything; when one source says it all, its outcome is
// "one_source".
void AddRow(MatrixRow row, RuleOutput* out);

struct Difference {
  MatrixRow::Value here;
  MatrixRow::Value there;
  Phrase field;
  SignGrade grade = SignGrade::kFlag;
  bool proxy = false;
};

// A finding of E01, and the task to compare the profiles (M25).
void ReportDifference(const Difference& one, RuleOutput* out);

// Each source is compared with the first one that says anything of the kind.
void CompareCareers(const RuleInput& in, RuleOutput* out);  // employers, education
void CompareTimes(const RuleInput& in, RuleOutput* out);    // time zone of work, hours
void CompareDetails(const RuleInput& in, RuleOutput* out);  // contacts, skills, certificates

}  // namespace sekisho
