#include "assess/exemptions.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace sekisho {
namespace {

constexpr std::string_view kKindNames[] = {"address", "device",    "payee",      "household",
                                           "account", "indicator", "explanation"};

// The field that findings about such a thing are grouped by.
std::string_view SubjectType(ExemptionKind kind) {
  switch (kind) {
    case ExemptionKind::kAddress:
      return "network.address";
    case ExemptionKind::kDevice:
      return "device";
    case ExemptionKind::kPayee:
      return "payout.key";
    default:
      return {};
  }
}

bool IsShared(const Exemption& one) {
  return !one.other_account.empty() &&
         (one.kind == ExemptionKind::kHousehold || one.kind == ExemptionKind::kAccount);
}

// What an exemption is for; the newest of equal ones is valid.
auto Thing(const Exemption& one) {
  return std::tie(one.kind, one.indicator, one.account, one.other_account, one.subject);
}

uint32_t FindRoot(std::vector<uint32_t>* parents, uint32_t at) {
  while ((*parents)[at] != at) at = (*parents)[at] = (*parents)[(*parents)[at]];
  return at;
}

}  // namespace

std::string_view ExemptionKindName(ExemptionKind kind) {
  return kKindNames[static_cast<size_t>(kind)];
}

std::optional<ExemptionKind> ParseExemptionKind(std::string_view name) {
  const auto found = std::find(std::begin(kKindNames), std::end(kKindNames), name);
  if (found == std::end(kKindNames) || name == "explanation") return std::nullopt;
  return static_cast<ExemptionKind>(found - std::begin(kKindNames));
}

ExemptionRegister::ExemptionRegister(std::vector<Exemption> granted, int64_t now_ms)
    : now_ms_(now_ms) {
  const auto newer = [](const Exemption& a, const Exemption& b) {
    return std::tie(a.since_ms, a.event) > std::tie(b.since_ms, b.event);
  };
  std::sort(granted.begin(), granted.end(), newer);
  std::set<std::tuple<ExemptionKind, std::string, std::string, std::string, std::string>> known;
  for (Exemption& one : granted) {
    // What is granted later than now is not known yet.
    if (one.since_ms <= now_ms && known.insert(Thing(one)).second) {
      exemptions_.push_back(std::move(one));
    }
  }
  std::reverse(exemptions_.begin(), exemptions_.end());
  std::set<std::string> indicators = {""};
  for (uint32_t i = 0; i < exemptions_.size(); ++i) {
    const Exemption& one = exemptions_[i];
    indicators.insert(one.indicator);
    if (!SubjectType(one.kind).empty()) {
      by_subject_.emplace(one.subject, i);
      continue;
    }
    by_account_.emplace(one.account, i);
    if (IsShared(one)) by_account_.emplace(one.other_account, i);
  }
  for (const std::string& indicator : indicators) circles_[indicator] = MakeCircle(indicator);
}

size_t ExemptionRegister::CountInForce() const {
  return static_cast<size_t>(std::count_if(exemptions_.begin(), exemptions_.end(),
                                           [this](const Exemption& one) { return InForce(one); }));
}

ExemptionRegister::Together ExemptionRegister::MakeCircle(std::string_view indicator) const {
  Together numbers;
  std::vector<uint32_t> parents;
  const auto number = [&](const std::string& account) {
    const auto [at, is_new] = numbers.emplace(account, static_cast<uint32_t>(parents.size()));
    if (is_new) parents.push_back(at->second);
    return FindRoot(&parents, at->second);
  };
  for (const Exemption& one : exemptions_) {
    if (!IsShared(one) || !Concerns(one, indicator)) continue;
    const uint32_t a = number(one.account);
    const uint32_t b = number(one.other_account);
    parents[std::max(a, b)] = std::min(a, b);
  }
  for (auto& [account, circle] : numbers) circle = FindRoot(&parents, circle);
  return numbers;
}

const ExemptionRegister::Together& ExemptionRegister::CircleOf(std::string_view indicator) const {
  static const Together kNone;
  auto found = circles_.find(indicator);
  if (found == circles_.end()) found = circles_.find("");
  return found == circles_.end() ? kNone : found->second;
}

bool ExemptionRegister::CoversAlone(const Exemption& one, const ExemptionQuery& query,
                                    std::string_view account) const {
  switch (one.kind) {
    case ExemptionKind::kAccount:
      return one.account == account;
    case ExemptionKind::kIndicator:
      return one.account.empty() || one.account == account;
    case ExemptionKind::kExplanation:
      // A person explains what is about him, and what has happened: the next payee needs its own.
      return one.account == account && query.accounts.size() <= 1 && query.last_ms <= one.since_ms;
    default:
      return false;
  }
}

bool ExemptionRegister::CoversShared(const Exemption& one, const ExemptionQuery& query,
                                     std::string_view account) const {
  if (query.accounts.size() <= 1) {
    // Nothing is shared with anybody: the exemption must name the indicator, and what it is about
    // lies with the first of the two, or with a household as a whole.
    return !one.indicator.empty() &&
           (one.kind == ExemptionKind::kHousehold || one.account == account);
  }
  const Together& circle = CircleOf(query.indicator);
  const auto own = circle.find(account);
  return own != circle.end() &&
         std::all_of(query.accounts.begin(), query.accounts.end(), [&](const std::string& other) {
           const auto found = circle.find(other);
           return found != circle.end() && found->second == own->second;
         });
}

std::optional<uint32_t> ExemptionRegister::Covering(const ExemptionQuery& query,
                                                    std::string_view account) const {
  std::optional<uint32_t> covering;
  const auto take = [&](uint32_t i) {
    if (!covering || i < *covering) covering = i;
  };
  for (auto [at, end] = by_subject_.equal_range(query.subject); at != end; ++at) {
    const Exemption& one = exemptions_[at->second];
    if (Concerns(one, query.indicator) && SubjectType(one.kind) == query.subject_type) {
      take(at->second);
    }
  }
  for (const std::string_view name : {account, std::string_view()}) {
    for (auto [at, end] = by_account_.equal_range(name); at != end; ++at) {
      const Exemption& one = exemptions_[at->second];
      if (!Concerns(one, query.indicator)) continue;
      const bool covers =
          IsShared(one) ? CoversShared(one, query, account) : CoversAlone(one, query, account);
      if (covers) take(at->second);
    }
  }
  return covering;
}

bool ExemptionRegister::CoversPair(const std::vector<std::string>& indicators, std::string_view a,
                                   std::string_view b) const {
  const auto together = [&](std::string_view indicator) {
    const Together& circle = CircleOf(indicator);
    const auto first = circle.find(a);
    const auto second = circle.find(b);
    return first != circle.end() && second != circle.end() && first->second == second->second;
  };
  return together("") || std::any_of(indicators.begin(), indicators.end(), together);
}

bool ExemptionRegister::CoversSubject(const std::vector<std::string>& indicators,
                                      ExemptionKind kind, std::string_view subject) const {
  for (auto [at, end] = by_subject_.equal_range(subject); at != end; ++at) {
    const Exemption& one = exemptions_[at->second];
    if (one.kind != kind || !InForce(one)) continue;
    if (one.indicator.empty() ||
        std::find(indicators.begin(), indicators.end(), one.indicator) != indicators.end()) {
      return true;
    }
  }
  return false;
}

}  // namespace sekisho
