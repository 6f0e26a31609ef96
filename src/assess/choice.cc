#include "assess/choice.h"

#include <algorithm>

namespace sekisho {
namespace {

class Search {
 public:
  Search(std::span<const Candidate> candidates, const Demand& demand, const CauseTest& same_cause)
      : candidates_(candidates), demand_(demand), same_cause_(same_cause) {}

  std::optional<std::vector<size_t>> Run() {
    if (!Enough(Count(0, candidates_.size()))) return std::nullopt;
    const size_t least =
        std::max({demand_.signs, demand_.classes, demand_.solid, demand_.hard, demand_.openers});
    const size_t most =
        std::min(candidates_.size(),
                 demand_.signs + demand_.classes + demand_.solid + demand_.hard + demand_.openers);
    for (size_ = least; size_ <= most; ++size_) {
      if (Extend(0)) return chosen_;
    }
    return std::nullopt;
  }

 private:
  // What was chosen, and the candidates from `begin` to `end` with it.
  Demand Count(size_t begin, size_t end) const {
    Demand sum;
    std::vector<uint32_t> classes;
    const auto add = [&](const Candidate& candidate) {
      ++sum.signs;
      sum.solid += candidate.solid ? 1 : 0;
      sum.hard += candidate.hard ? 1 : 0;
      sum.openers += candidate.opener ? 1 : 0;
      classes.push_back(candidate.evidence_class);
    };
    for (const size_t at : chosen_) add(candidates_[at]);
    for (size_t at = begin; at < end; ++at) add(candidates_[at]);
    std::sort(classes.begin(), classes.end());
    sum.classes =
        static_cast<size_t>(std::unique(classes.begin(), classes.end()) - classes.begin());
    return sum;
  }

  bool Enough(const Demand& sum) const {
    return sum.signs >= demand_.signs && sum.classes >= demand_.classes &&
           sum.solid >= demand_.solid && sum.hard >= demand_.hard && sum.openers >= demand_.openers;
  }

  bool Extend(size_t from) {
    if (chosen_.size() == size_) return Enough(Count(0, 0));
    if (!Enough(Count(from, candidates_.size()))) return false;
    for (size_t at = from; at < candidates_.size(); ++at) {
      const bool folded = std::any_of(chosen_.begin(), chosen_.end(), [&](size_t other) {
        return same_cause_(candidates_[at].kind, candidates_[other].kind);
      });
      if (folded) continue;
      chosen_.push_back(at);
      if (Extend(at + 1)) return true;
      chosen_.pop_back();
    }
    return false;
  }

  const std::span<const Candidate> candidates_;
  const Demand& demand_;
  const CauseTest& same_cause_;
  size_t size_ = 0;
  std::vector<size_t> chosen_;
};

}  // namespace

std::optional<std::vector<size_t>> Choose(std::span<const Candidate> candidates,
                                          const Demand& demand, const CauseTest& same_cause) {
  return Search(candidates, demand, same_cause).Run();
}

}  // namespace sekisho
