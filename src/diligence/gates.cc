// What may not happen yet: the same for everybody.
#include <algorithm>

#include "diligence/vetting.h"

namespace sekisho {
namespace {

class GateMaker {
 public:
  GateMaker(const VetInput& in, const std::vector<VetTask>& tasks, const VetFacts& facts)
      : in_(in), tasks_(tasks), facts_(facts) {}

  VetGate Make(const GatePlan& plan) {
    gate_ = {};
    gate_.gate = plan.gate;
    gate_.text = plan.text;
    for (const std::string& measure : plan.passed) Need(measure, false);
    for (const std::string& measure : plan.passed_or_waived) Need(measure, true);
    for (const std::string& fact : plan.facts) NeedFact(fact);
    if (plan.none_failed) NeedNoneFailed();
    gate_.state = gate_.missing.empty() ? "open" : "closed";
    if (gate_.state == "closed") {
      gate_.since_ms = in_.candidate.stage_since;
      Override();
    }
    return std::move(gate_);
  }

 private:
  void Miss(const std::string& id) {
    if (std::find(gate_.missing.begin(), gate_.missing.end(), id) == gate_.missing.end()) {
      gate_.missing.push_back(id);
    }
  }

  // A measure that this role does not have is not asked for.
  void Need(const std::string& measure, bool may_be_waived) {
    for (const VetTask& task : tasks_) {
      if (task.measure != measure) continue;
      if (task.settled() || (may_be_waived && task.state == "waived")) {
        gate_.since_ms = std::max(gate_.since_ms.value_or(0), task.time_ms.value_or(0));
        continue;
      }
      Miss(task.id);
    }
  }

  void NeedFact(const std::string& fact) {
    if (fact == "payee_known") {
      const bool known =
          facts_.payee == "same" || facts_.payee == "variant" || facts_.payee == "declared";
      if (!known) MissMeasure("M22");
    } else if (fact == "not_crypto") {
      if (facts_.crypto) MissMeasure("M21");
    } else if (fact == "address_known") {
      if (!facts_.address_known) MissMeasure("M28");
    } else if (!facts_.signature_ordered) {
      MissMeasure("M39");
    }
  }

  void MissMeasure(const std::string& measure) {
    bool found = false;
    for (const VetTask& task : tasks_) {
      if (task.measure != measure) continue;
      Miss(task.id);
      found = true;
    }
    if (!found) Miss(measure);
  }

  void NeedNoneFailed() {
    for (const VetTask& task : tasks_) {
      if (task.state == "done" && task.result == "failed") Miss(task.id);
    }
  }

  void Override() {
    for (const GateOverride& one : in_.candidate.overrides) {
      if (one.gate != gate_.gate) continue;
      gate_.state = "overridden";
      gate_.reason = one.reason;
      gate_.by = one.by;
      gate_.second = one.second;
      gate_.since_ms = one.time_ms;
    }
  }

  const VetInput& in_;
  const std::vector<VetTask>& tasks_;
  const VetFacts& facts_;
  VetGate gate_;
};

}  // namespace

std::vector<VetGate> MakeGates(const VetInput& in, const std::vector<VetTask>& tasks,
                               const VetFacts& facts) {
  std::vector<VetGate> gates;
  GateMaker maker(in, tasks, facts);
  for (const GatePlan& plan : in.policy.gates) {
    if (plan.platform_only && in.candidate.source != "platform") continue;
    gates.push_back(maker.Make(plan));
  }
  return gates;
}

}  // namespace sekisho
