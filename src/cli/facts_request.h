// What `sekisho facts -` is asked and answers: one line of JSON each. docs/lists.md has the form.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_writer.h"
#include "core/status.h"
#include "lists/list_set.h"
#include "service/value_facts.h"

namespace sekisho {

struct FactsRequest {
  std::string id;                  // that the answer repeats; "" for none
  std::optional<int64_t> time_ms;  // of the event
  std::vector<GivenValue> values;
};

// An object of fields of an event, each with a text, a number, true or false; null is as if the
// field were not there. `type` may stand there, as in a line of an event file: no fact reads it.
// Fails with the column or the JSON pointer.
StatusOr<FactsRequest> ReadFactsRequest(std::string_view line);

// The members "lists_version" (of ListSet::version(), null without lists) and "facts".
void WriteFacts(const std::vector<ValueFact>& facts, const ListSet* lists, JsonWriter* json);

// The answer to line `number` of the input, counted from 1, with its line end. `lists` may be null;
// `now_ms` is the time of a request that names none.
std::string AnswerFacts(uint64_t number, std::string_view line,
                        const std::shared_ptr<const ListSet>& lists, int64_t now_ms);

// The same for a line that cannot be looked at.
std::string RefuseFacts(uint64_t number, std::string_view id, std::string_view reason);

}  // namespace sekisho
