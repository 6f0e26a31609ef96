#include "assess/assessor.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "assess/choice.h"

namespace sekisho {
namespace {

bool IsCandidate(const Contribution& sign) {
  return sign.role == ContributionRole::kCounted || sign.role == ContributionRole::kSameCause;
}

bool IsHard(const Contribution& sign) { return sign.grade >= SignGrade::kHard; }

// Contributions that may be chosen, and where each stands.
struct Candidates {
  std::vector<Candidate> list;
  std::vector<size_t> at;
};

template <typename Wanted>
Candidates Select(const std::vector<Contribution>& all, const std::vector<uint32_t>& class_of,
                  const std::vector<SignKind>& kinds, const Wanted& wanted) {
  Candidates selected;
  for (size_t i = 0; i < all.size(); ++i) {
    const Contribution& sign = all[i];
    if (!IsCandidate(sign) || !wanted(sign)) continue;
    const bool opener = sign.grade == SignGrade::kOpener && !kinds[sign.kind].proxy;
    selected.list.push_back({sign.kind, class_of[sign.kind], sign.solid, IsHard(sign), opener});
    selected.at.push_back(i);
  }
  return selected;
}

}  // namespace

Assessor::Assessor(AssessmentPolicy policy, std::vector<SignKind> kinds)
    : policy_(std::move(policy)), kinds_(std::move(kinds)) {
  std::map<std::string_view, uint32_t> by_code;
  std::map<std::string_view, uint32_t> classes;
  for (uint32_t kind = 0; kind < kinds_.size(); ++kind) {
    by_code.emplace(kinds_[kind].code, kind);
    class_of_.push_back(
        classes.emplace(kinds_[kind].evidence_class, static_cast<uint32_t>(classes.size()))
            .first->second);
    asks_first_.push_back(std::find(policy_.ask_first.begin(), policy_.ask_first.end(),
                                    kinds_[kind].code) != policy_.ask_first.end());
  }
  same_cause_.resize(kinds_.size() * kinds_.size());
  for (uint32_t kind = 0; kind < kinds_.size(); ++kind) {
    for (const std::string& code : kinds_[kind].same_cause_as) {
      const auto other = by_code.find(code);
      if (other == by_code.end()) continue;
      same_cause_[kind * kinds_.size() + other->second] = true;
      same_cause_[other->second * kinds_.size() + kind] = true;
    }
  }
}

Assessment Assessor::Assess(std::span<const Sign> signs,
                            std::span<const ExplanationRequest> requests, int64_t now_ms) const {
  Assessment assessment;
  assessment.contributions = Collect(signs, requests, now_ms);
  FindLevel(signs, &assessment.contributions, &assessment);
  Fold(&assessment.contributions);
  Describe(&assessment);
  return assessment;
}

// One for each indicator, strongest first.
std::vector<Contribution> Assessor::Collect(std::span<const Sign> signs,
                                            std::span<const ExplanationRequest> requests,
                                            int64_t now_ms) const {
  std::map<std::pair<uint32_t, SetAside>, Contribution> by_kind;
  for (const Sign& sign : signs) {
    const auto [found, is_new] = by_kind.try_emplace({sign.kind, sign.set_aside});
    Contribution& one = found->second;
    one.kind = sign.kind;
    one.grade = std::max(one.grade, sign.grade);
    one.first_ms = is_new ? sign.first_ms : std::min(one.first_ms, sign.first_ms);
    one.last_ms = is_new ? sign.last_ms : std::max(one.last_ms, sign.last_ms);
    one.findings.push_back(sign.finding);
    if (sign.set_aside == SetAside::kExempted) one.exemptions.push_back(sign.exemption);
  }
  for (const ExplanationRequest& request : requests) {
    const auto found = by_kind.find({request.kind, SetAside::kNo});
    if (found == by_kind.end() || !asks_first_[request.kind] || request.answered) continue;
    Contribution& one = found->second;
    if (one.grade != SignGrade::kFlag || now_ms - request.asked_ms < policy_.answer_within_ms) {
      continue;
    }
    one.grade = SignGrade::kHard;
    one.unanswered = true;
  }
  std::vector<Contribution> all;
  for (auto& [key, one] : by_kind) {
    const auto [kind, set_aside] = key;
    const SignKind& of = kinds_[kind];
    std::sort(one.findings.begin(), one.findings.end());
    std::sort(one.exemptions.begin(), one.exemptions.end());
    one.exemptions.erase(std::unique(one.exemptions.begin(), one.exemptions.end()),
                         one.exemptions.end());
    one.role = of.human_only                      ? ContributionRole::kPeopleOnly
               : set_aside == SetAside::kExempted ? ContributionRole::kExempted
               : set_aside == SetAside::kHub      ? ContributionRole::kHub
               : one.grade == SignGrade::kContext ? ContributionRole::kContext
                                                  : ContributionRole::kCounted;
    one.solid = IsCandidate(one) && (!of.proxy || IsHard(one));
    all.push_back(std::move(one));
  }
  std::stable_sort(all.begin(), all.end(), [this](const Contribution& a, const Contribution& b) {
    return std::tuple(!IsCandidate(a), !a.solid, b.grade, std::string_view(kinds_[a.kind].code)) <
           std::tuple(!IsCandidate(b), !b.solid, a.grade, std::string_view(kinds_[b.kind].code));
  });
  return all;
}

bool Assessor::IsUrgentOpener(const Contribution& sign) const {
  const std::vector<std::string>& codes = policy_.urgent_openers;
  return sign.grade == SignGrade::kOpener && !kinds_[sign.kind].proxy &&
         std::find(codes.begin(), codes.end(), kinds_[sign.kind].code) != codes.end();
}

// The rules from the top; the first that some choice of signs fulfils.
void Assessor::FindLevel(std::span<const Sign> signs, std::vector<Contribution>* all,
                         Assessment* out) const {
  const CauseTest same = [this](uint32_t a, uint32_t b) { return SameCause(a, b); };
  const auto reaches = [&](AssessmentLevel level, AssessmentPath path, const Demand& demand,
                           const auto& wanted) {
    const Candidates candidates = Select(*all, class_of_, kinds_, wanted);
    const std::optional<std::vector<size_t>> chosen = Choose(candidates.list, demand, same);
    if (!chosen) return false;
    for (const size_t at : *chosen) (*all)[candidates.at[at]].decisive = true;
    out->level = level;
    out->path = path;
    return true;
  };
  const auto any = [](const Contribution&) { return true; };
  const auto solid = [](const Contribution& sign) { return sign.solid; };
  const auto urgent_opener = [this](const Contribution& sign) { return IsUrgentOpener(sign); };
  const AssessmentPolicy& p = policy_;
  using Level = AssessmentLevel;
  using Path = AssessmentPath;
  if (reaches(Level::kUrgent, Path::kUrgentOpener, {.signs = 1}, urgent_opener) ||
      reaches(Level::kUrgent, Path::kOpenerAndHard,
              {.classes = 1 + p.urgent_hard_beside_opener, .openers = 1}, IsHard) ||
      reaches(Level::kUrgent, Path::kHardClasses, {.classes = p.urgent_hard_classes}, IsHard) ||
      reaches(Level::kReview, Path::kOpener, {.openers = 1}, any) ||
      reaches(Level::kReview, Path::kHardAndOthers,
              {.classes = p.review_classes, .hard = p.review_hard}, solid) ||
      reaches(Level::kReview, Path::kHardAndProxies,
              {.classes = p.review_classes_with_proxies, .hard = p.review_hard}, any) ||
      FindBreadth(signs, all, out)) {
    return;
  }
  if (reaches(Level::kFlag, Path::kSolid, {.signs = 1}, solid)) return;
  reaches(Level::kFlag, Path::kProxies, {.classes = p.flag_proxy_classes}, any);
}

// A period begins at the end of some finding: any period that meets a set of findings can be moved
// until it does.
bool Assessor::FindBreadth(std::span<const Sign> signs, std::vector<Contribution>* all,
                           Assessment* out) const {
  if (all->size() < policy_.breadth_indicators) return false;
  const Demand demand{.signs = policy_.breadth_indicators,
                      .classes = policy_.breadth_classes,
                      .solid = policy_.breadth_solid};
  const CauseTest same = [this](uint32_t a, uint32_t b) { return SameCause(a, b); };
  std::vector<int64_t> begins;
  for (const Sign& sign : signs) begins.push_back(sign.last_ms);
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
  for (const int64_t begin : begins) {
    const auto meets = [&](const Contribution& one) {
      return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
        return sign.kind == one.kind && sign.set_aside == SetAside::kNo &&
               sign.grade != SignGrade::kContext && sign.last_ms >= begin &&
               sign.first_ms - begin <= policy_.breadth_within_ms;
      });
    };
    const Candidates candidates = Select(*all, class_of_, kinds_, meets);
    const std::optional<std::vector<size_t>> chosen = Choose(candidates.list, demand, same);
    if (!chosen) continue;
    for (const size_t at : *chosen) (*all)[candidates.at[at]].decisive = true;
    out->level = AssessmentLevel::kReview;
    out->path = AssessmentPath::kBreadth;
    out->reverification_only = true;
    return true;
  }
  return false;
}

// What gave the level counts; of the others, strongest first, those whose cause is not yet counted.
void Assessor::Fold(std::vector<Contribution>* all) const {
  std::stable_sort(all->begin(), all->end(), [](const Contribution& a, const Contribution& b) {
    return a.decisive && !b.decisive;
  });
  for (size_t i = 0; i < all->size(); ++i) {
    Contribution& sign = (*all)[i];
    if (!IsCandidate(sign)) continue;
    const auto end = all->begin() + static_cast<ptrdiff_t>(i);
    const auto lead = std::find_if(all->begin(), end, [&](const Contribution& other) {
      return other.role == ContributionRole::kCounted && SameCause(other.kind, sign.kind);
    });
    sign.role = lead == end ? ContributionRole::kCounted : ContributionRole::kSameCause;
    if (lead != end) sign.folded_into = lead->kind;
  }
  std::stable_sort(all->begin(), all->end(),
                   [](const Contribution& a, const Contribution& b) { return a.role < b.role; });
}

void Assessor::Describe(Assessment* out) const {
  const auto add = [](std::string_view name, std::vector<std::string_view>* names) {
    const auto at = std::lower_bound(names->begin(), names->end(), name);
    if (at == names->end() || *at != name) names->insert(at, name);
  };
  for (const Contribution& sign : out->contributions) {
    out->newest_ms = std::max(out->newest_ms, sign.last_ms);
    if (sign.role != ContributionRole::kCounted) continue;
    if (sign.solid) add(kinds_[sign.kind].evidence_class, &out->classes);
    out->hard += IsHard(sign) ? 1 : 0;
  }
  for (const Contribution& sign : out->contributions) {
    const std::string_view name = kinds_[sign.kind].evidence_class;
    if (sign.role != ContributionRole::kCounted || sign.solid) continue;
    if (!std::binary_search(out->classes.begin(), out->classes.end(), name)) {
      add(name, &out->proxy_classes);
    }
  }
}

}  // namespace sekisho
