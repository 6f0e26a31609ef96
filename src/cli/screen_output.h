// How hits in watch lists are shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "core/language.h"
#include "screening/exceptions.h"
#include "screening/screener.h"

namespace sekisho {

struct ShownHit {
  ScreenHit hit;
  ExceptionMatch exception;
};

// For people: the hits, or which lists were looked through without one.
std::string ScreenPage(const Screener& screener, std::string_view name,
                       const std::vector<ShownHit>& hits, const Terminal& terminal,
                       Language language);

// One line of JSON for each hit; nothing without hits.
std::string ScreenLines(const Screener& screener, std::string_view name,
                        const std::vector<ShownHit>& hits);

}  // namespace sekisho
