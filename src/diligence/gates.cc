// What may not happen yet: the same for everybody.
#include <algorithm>

#include "diligence/vetting.h"

namespace sekisho {
namespace {

// What a gate asks beyond tasks: the measure that it stands for, and what opens it.
struct GateFact {
  std::string_view name;
  std::string_view measure;
  Phrase opens;
};
const GateFact kFacts[] = {
    {"payee_known",
     "M22",
     {"M22: the `holder` of the last account under /payout is to be a name under /claims/names, or "
      "its explanation (A02, under /explanations) accepted by a named person",
      "M22：/payoutの最後の口座の`holder`が/claims/namesの氏名であるか、その説明（/"
      "explanationsのA02"
      "）が氏名の記録された担当者に認められていること",
      "M22: /payout의 마지막 계좌의 `holder`가 /claims/names의 이름이거나, 그 설명(/explanations의 "
      "A02)을 이름이 기록된 담당자가 인정했을 것"}},
    {"not_crypto",
     "M21",
     {"M21: the `kind` of the last account under /payout is to be another one than crypto",
      "M21：/payoutの最後の口座の`kind`がcrypto以外であること",
      "M21: /payout의 마지막 계좌의 `kind`가 crypto가 아닐 것"}},
    {"address_known",
     "M28",
     {"M28: every `address` under /shipments is to be one of a document, or of the residence that "
      "M28 has proved",
      "M28：/shipmentsの`address`がすべて書類の住所であるか、M28で証明された居住地であること",
      "M28: /shipments의 모든 `address`가 서류의 주소이거나 M28로 증명된 거주지일 것"}},
    {"signature_ordered",
     "M39",
     {"M39: `signature` is to be true for every entry of /shipments",
      "M39：/shipmentsのすべての記録で`signature`がtrueであること",
      "M39: /shipments의 모든 기록에서 `signature`가 true일 것"}},
};

const Phrase kSourceUnknown{
    "only for who comes through a platform: write in `source` how the candidate came",
    "プラットフォーム経由の人だけの関門です。候補者がどこから来たかを`source`に記録してください",
    "플랫폼을 거친 사람에게만 해당합니다. 후보자가 어디에서 왔는지 `source`에 적으십시오"};
const Phrase kOnlyPassed{
    "not set aside for this gate: $0; to pass, or two people make an exception (/overrides)",
    "この関門では省けない作業：$0。合格とするか、二人による例外（/overrides）が必要です",
    "이 관문에서 생략할 수 없는 작업: $0. 통과하거나 두 사람의 예외(/overrides)가 필요합니다"};
const Phrase kNeedsSecond{
    "set aside by one person: $0; a second one has to agree (`second`)",
    "一人の判断で省かれた作業：$0。二人目の同意（`second`）が必要です",
    "한 사람의 판단으로 생략한 작업: $0. 두 번째 사람의 동의(`second`)가 필요합니다"};

class GateMaker {
 public:
  GateMaker(const VetInput& in, const std::vector<VetTask>& tasks, const VetFacts& facts)
      : in_(in), tasks_(tasks), facts_(facts) {}

  VetGate Make(const GatePlan& plan) {
    gate_ = {};
    gate_.gate = plan.gate;
    gate_.text = plan.text;
    NeedAll(plan.passed, /*may_be_set_aside=*/false, kOnlyPassed);
    NeedAll(plan.passed_or_waived, /*may_be_set_aside=*/true, kNeedsSecond);
    for (const std::string& fact : plan.facts) NeedFact(fact);
    if (plan.none_failed) NeedNoneFailed();
    gate_.state = gate_.missing.empty() ? "open" : "closed";
    if (plan.platform_only && in_.candidate.source.empty() && gate_.state == "closed") {
      gate_.hints.push_back(Say(kSourceUnknown));
    }
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

  // `hint` is about tasks that somebody left, which does not count.
  void NeedAll(const std::vector<std::string>& measures, bool may_be_set_aside,
               const Phrase& hint) {
    std::string left;
    for (const std::string& measure : measures) Need(measure, may_be_set_aside, &left);
    if (!left.empty()) gate_.hints.push_back(Say(hint, left));
  }

  // A measure that this role does not have is not asked for.
  void Need(const std::string& measure, bool may_be_set_aside, std::string* left) {
    for (const VetTask& task : tasks_) {
      if (task.measure != measure || task.left_out()) continue;
      if (task.passed() || (may_be_set_aside && task.set_aside())) {
        gate_.since_ms = std::max(gate_.since_ms.value_or(0), task.time_ms.value_or(0));
        continue;
      }
      Miss(task.id);
      if (task.is_left()) *left += (left->empty() ? "" : ", ") + task.id;
    }
  }

  bool Holds(std::string_view fact) const {
    if (fact == "payee_known") {
      return facts_.payee == "same" || facts_.payee == "variant" || facts_.payee == "declared";
    }
    if (fact == "not_crypto") return !facts_.crypto;
    if (fact == "address_known") return facts_.address_known;
    return facts_.signature_ordered;
  }

  // What the file says does not outweigh that a person checked the same and it failed.
  void NeedFact(const std::string& name) {
    for (const GateFact& fact : kFacts) {
      if (fact.name != name) continue;
      if (Holds(name)) {
        MissTasks(
            [&](const VetTask& task) { return task.measure == fact.measure && task.failed(); });
        continue;
      }
      gate_.hints.push_back(Say(fact.opens));
      if (!MissTasks([&](const VetTask& task) { return task.measure == fact.measure; })) {
        Miss(std::string(fact.measure));
      }
    }
  }

  void NeedNoneFailed() {
    MissTasks([](const VetTask& task) { return task.failed(); });
  }

  // Whether there are such tasks.
  template <typename Is>
  bool MissTasks(Is is) {
    bool any = false;
    for (const VetTask& task : tasks_) {
      if (!is(task)) continue;
      Miss(task.id);
      any = true;
    }
    return any;
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
    const std::string& source = in.candidate.source;
    if (plan.platform_only && source != "platform" && !source.empty()) continue;
    gates.push_back(maker.Make(plan));
  }
  return gates;
}

}  // namespace sekisho
