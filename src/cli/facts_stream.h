// `sekisho facts -`: one answer for each line of standard input, with lists that SIGHUP reads anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/status.h"

namespace sekisho {

// Answers until the input ends; each answer is flushed. `lists` is a folder, "" for none; with one,
// SIGHUP reads it anew between two answers, and what came of it goes to standard error. `at_ms` is
// the time for lines that name none; without it, the start of the day on which they are answered.
// Fails when the lists cannot be read at the start, the input cannot be read or an answer not be
// written.
Status AnswerFactsLines(const std::string& lists, std::optional<int64_t> at_ms);

}  // namespace sekisho
