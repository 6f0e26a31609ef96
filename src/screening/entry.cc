#include "screening/entry.h"

#include <algorithm>

#include "core/sha256.h"

namespace sekisho {
namespace {

constexpr size_t kProblemsKept = 20;

}  // namespace

std::string WatchList::Sha256() const {
  if (files.size() == 1) return files[0].sha256;
  std::string sums;
  for (const WatchFile& file : files) {
    if (file.sha256.empty()) return "";
    sums += file.sha256 + "  " + file.name + "\n";
  }
  return sums.empty() ? "" : Sha256Hex(sums);
}

const ListProblem* WatchList::damage() const {
  for (const WatchFile& file : files) {
    if (file.damage) return &*file.damage;
  }
  return nullptr;
}

WatchState WatchList::StateAt(int64_t time_ms) const {
  if (missing) return WatchState::kMissing;
  if (damage() != nullptr) return WatchState::kIncomplete;
  return time_ms < expires_ms ? WatchState::kGood : WatchState::kStale;
}

WatchFile& FileOf(std::string_view name, WatchList* list) {
  const auto found = std::find_if(list->files.begin(), list->files.end(),
                                  [&](const WatchFile& file) { return file.name == name; });
  if (found != list->files.end()) return *found;
  return list->files.emplace_back(WatchFile{std::string(name), ""});
}

void AddProblem(ListProblem problem, WatchList* list) {
  ++list->problem_count;
  ++FileOf(problem.file, list).left_out;
  if (list->problems.size() < kProblemsKept) list->problems.push_back(std::move(problem));
}

void AddDamage(ListProblem problem, WatchList* list) {
  WatchFile& file = FileOf(problem.file, list);
  if (!file.damage) file.damage = problem;
  AddProblem(std::move(problem), list);
}

}  // namespace sekisho
