#include "evaluate/reasons.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace sekisho {
namespace {

// Enough to be at flag, alone or among those that decided.
bool Suffices(const SignOutcome& sign) { return sign.counts && (sign.solid || sign.decisive); }

const std::string& Code(const Outcome& outcome, uint32_t indicator) {
  return outcome.indicators[indicator].code;
}

std::vector<std::string> Codes(const Outcome& outcome, const Combination& line) {
  std::vector<std::string> codes;
  for (const uint32_t indicator : line.indicators) codes.push_back(Code(outcome, indicator));
  return codes;
}

}  // namespace

std::vector<KindCauses> FindCauses(const Comparison& comparison, const Outcome& outcome) {
  std::map<std::string, std::map<uint32_t, Cause>> by_kind;
  for (const Judged& one : comparison.accounts) {
    if (one.truth->in_ring || one.level < AssessmentLevel::kFlag) continue;
    const std::vector<SignOutcome>& signs = one.outcome->signs;
    const auto enough = std::count_if(signs.begin(), signs.end(), Suffices);
    for (const SignOutcome& sign : signs) {
      if (!Suffices(sign)) continue;
      Cause& cause = by_kind[one.truth->kind][sign.indicator];
      cause.indicator = sign.indicator;
      ++cause.accounts;
      cause.alone += enough == 1 ? 1 : 0;
    }
  }
  std::vector<KindCauses> out;
  for (const auto& [kind, causes] : by_kind) {
    KindCauses& line = out.emplace_back();
    line.kind = kind;
    for (const auto& [indicator, cause] : causes) line.causes.push_back(cause);
    std::sort(line.causes.begin(), line.causes.end(), [&](const Cause& a, const Cause& b) {
      return std::tie(b.accounts, b.alone, Code(outcome, a.indicator)) <
             std::tie(a.accounts, a.alone, Code(outcome, b.indicator));
    });
  }
  return out;
}

std::vector<Combination> FindCombinations(const Comparison& comparison, const Outcome& outcome) {
  struct Counts {
    uint64_t ring = 0;
    std::map<std::string, uint64_t> honest;
  };
  std::map<std::vector<uint32_t>, Counts> found;
  for (const Judged& one : comparison.accounts) {
    if (!one.is_case()) continue;
    std::vector<uint32_t> signs;
    for (const SignOutcome& sign : one.outcome->signs) {
      if (sign.decisive) signs.push_back(sign.indicator);
    }
    std::sort(signs.begin(), signs.end(),
              [&outcome](uint32_t a, uint32_t b) { return Code(outcome, a) < Code(outcome, b); });
    Counts& counts = found[signs];
    if (one.truth->in_ring) {
      ++counts.ring;
    } else {
      ++counts.honest[one.truth->kind];
    }
  }
  std::vector<Combination> out;
  for (const auto& [signs, counts] : found) {
    Combination& line = out.emplace_back();
    line.indicators = signs;
    line.ring = counts.ring;
    line.kinds.assign(counts.honest.begin(), counts.honest.end());
    for (const auto& [kind, number] : line.kinds) line.honest += number;
    std::stable_sort(line.kinds.begin(), line.kinds.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
  }
  std::sort(out.begin(), out.end(), [&outcome](const Combination& a, const Combination& b) {
    if (a.honest != b.honest) return a.honest > b.honest;
    if (a.ring != b.ring) return a.ring > b.ring;
    return Codes(outcome, a) < Codes(outcome, b);
  });
  return out;
}

std::vector<Missed> FindMissed(const Comparison& comparison, const Outcome& outcome) {
  std::map<std::string, Missed> by_care;
  std::map<std::string, std::map<uint32_t, uint64_t>> counts;
  for (const Judged& one : comparison.accounts) {
    if (!one.truth->in_ring || one.level >= AssessmentLevel::kFlag) continue;
    Missed& line = by_care[one.truth->care];
    line.care = one.truth->care;
    ++line.accounts;
    line.unnamed += one.outcome == nullptr ? 1 : 0;
    if (one.outcome == nullptr) continue;
    for (const SignOutcome& sign : one.outcome->signs) ++counts[line.care][sign.indicator];
  }
  std::vector<Missed> out;
  for (auto& [care, line] : by_care) {
    line.indicators.assign(counts[care].begin(), counts[care].end());
    std::sort(line.indicators.begin(), line.indicators.end(), [&](const auto& a, const auto& b) {
      return std::tie(b.second, Code(outcome, a.first)) <
             std::tie(a.second, Code(outcome, b.first));
    });
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace sekisho
