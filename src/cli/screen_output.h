// How hits in watch lists are shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "core/language.h"
#include "screening/batch.h"
#include "screening/exceptions.h"
#include "screening/screener.h"

namespace sekisho {

struct ShownHit {
  ScreenHit hit;
  ExceptionMatch exception;
};

// For people: the hits, or that there are none; then which lists were looked through and which were
// not. `today_ms` is the start of a day, UTC, for the age of lists.
std::string ScreenPage(const Screener& screener, std::string_view name,
                       const std::vector<ShownHit>& hits, int64_t today_ms,
                       const Terminal& terminal, Language language);

// The hits of one row of a file, under its line, id and name; nothing without hits.
std::string ScreenSection(const Screener& screener, const ScreenRow& row,
                          const std::vector<ShownHit>& hits, const Terminal& terminal,
                          Language language);
// How many names were looked up, how many had hits, and in which lists.
std::string ScreenBatchSummary(const Screener& screener, const ScreenBatchReport& report,
                               uint64_t rows_with_hits, int64_t today_ms, const Terminal& terminal,
                               Language language);

// One line of JSON for each hit; nothing without hits. `row`: of a file, null for a single name.
std::string ScreenLines(const Screener& screener, std::string_view name, const ScreenRow* row,
                        const std::vector<ShownHit>& hits);

// One line of JSON for each list, whether it was looked through or not: what ends every NDJSON.
std::string ScreenListLines(const Screener& screener, int64_t today_ms);

}  // namespace sekisho
