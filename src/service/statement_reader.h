// Events → statements.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/decoder.h"
#include "service/record_source.h"
#include "service/statements.h"

namespace sekisho {

// Whether events of the type are statements. Costs a comparison of lengths for most others.
inline bool IsStatement(std::string_view type) {
  switch (type.size()) {
    case std::string_view("exemption.granted").size():  // explanation.given is as long
      return type == "exemption.granted" || type == "explanation.given";
    case std::string_view("explanation.requested").size():
      return type == "explanation.requested";
    default:
      return false;
  }
}
static_assert(std::string_view("exemption.granted").size() ==
              std::string_view("explanation.given").size());

// Reads the events at `records` again, in whatever order. A record that cannot be read again (the
// file changed during the run) counts as incomplete.
Statements ReadStatements(const DecoderOptions& options, const RecordSource& source,
                          const std::vector<RecordRef>& records);

}  // namespace sekisho
