// The `sekisho` section of an indicator file: what people need to know about the rule.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/language.h"
#include "core/status.h"

namespace sekisho {

struct IndicatorSource {
  std::string document;          // key of the source document, e.g. "JP-2024-03-26"
  std::string date;              // YYYY-MM-DD
  std::string place;             // where in the document, e.g. "platform list, item 5"
  std::string status_in_latest;  // unchanged | changed | not read
  SourcePlace at;
};

struct IndicatorMeasure {
  std::string code;  // "M09"
  SourcePlace at;
};

struct IndicatorParameter {
  std::string name;
  std::string value;  // the value in force (default, or --set)
  std::string default_value;
  std::string unit;
  std::string why;      // why this default
  std::string max;      // with a greater value nothing could be found; "" when there is no such
  std::string max_why;  // why nothing could
  SourcePlace place;
};

struct Indicator {
  std::string id;  // "B01"
  LocalText name;
  LocalText meaning;
  LocalText explain;  // one sentence about a finding; {subject} {value} {threshold} {window}
                      // {first} {last} and the names of parameters in braces are filled in;
                      // empty when the indicator is not computed
  std::vector<IndicatorSource> sources;
  std::vector<std::string> audience;  // platform | payment | client | employer
  std::string evidence_class;         // document | payout | network | device | contact | text |
                                      // work_pattern | reputation | biography | conduct |
                                      // independent_check
  std::string grade;                  // context | flag | hard | opener
  std::string sensitivity;            // none | proxy | human_only
  std::string status;                 // computed | needs_list | needs_similarity | human |
                                      // background | never
  std::vector<std::string> same_cause_as;
  // What must be supplied or done to evaluate it; `background`: what the text is good for; `never`:
  // why. Of a computed indicator: the part that its rules cannot see, often empty.
  std::vector<LocalText> needs;
  std::vector<IndicatorParameter> parameters;
  std::vector<LocalText> false_positives;
  std::vector<LocalText> what_clears;
  std::vector<IndicatorMeasure> measures;
  SourcePlace place;

  bool computed() const { return status == "computed"; }
};

}  // namespace sekisho
