// The readers of watch lists on arbitrary text, and the index over what they read.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "screening/load.h"
#include "screening/readers.h"
#include "screening/screener.h"
#include "screening/watch_text.h"

namespace sekisho::fuzz {
namespace {

void CheckList(const WatchList& list) {
  Require(list.problems.size() <= list.problem_count, "every problem is counted");
  for (const ListProblem& problem : list.problems) RequireMessage(problem.reason);
  for (const ListedEntry& entry : list.entries) {
    Require(!entry.names.empty(), "an entry has a name");
    for (const BirthDate& date : entry.births) {
      Require(date.year_first <= date.year_last, "years of birth rise");
      Require(date.month <= 12 && date.day <= 31, "a date is one");
    }
  }
}

void Check(std::string_view bytes) {
  const WatchText read = ReadWatchText(std::string(bytes));
  const std::string_view text = read.text;
  KindOfListFile(text);
  std::vector<WatchList> lists(4);
  ReadOfac({"sdn.csv", text}, {"alt.csv", text}, {"add.csv", text}, lists.data());
  ReadUn("un.xml", text, &lists[1]);
  ReadMof("mof.csv", text, &lists[2]);
  ReadFtm("ftm.json", text, &lists[3]);
  ScreenQuery query;
  for (const WatchList& list : lists) {
    CheckList(list);
    if (!list.entries.empty()) query.name = list.entries.back().names.back().text;
  }
  const Screener screener(std::move(lists));
  Screener::Scratch scratch;
  for (const ScreenHit& hit : screener.Screen(query, {}, &scratch)) {
    Require(hit.level == HitLevel::kLow, "a name alone is low");
  }
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
