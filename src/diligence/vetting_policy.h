// policy/vetting.yml: the numbers of the rules of `vet`, the tasks of a role, and the gates.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "yaml/diagnostics.h"

namespace sekisho {

struct VettingParameter {
  std::string name;  // "E01.months"
  int64_t value = 0;
  std::string why;
};

// A task that everybody of a role gets.
struct TaskPlan {
  std::string measure;
  std::string part;                   // of the measure; empty: the whole
  std::vector<std::string> audience;  // client | employer
  std::string due;                    // as Recurrence::due of measures
  std::string owner;
  std::string per;  // career | payout | "": once
  bool agency_only = false;
  bool needs_evidence = false;          // it does not pass without
  bool by_law = false;                  // only where `allowed_by_law` names the part
  std::vector<std::string> depends_on;  // measures
  std::vector<std::string> questions;
};

struct GatePlan {
  std::string gate;
  LocalText text;
  std::vector<std::string> passed;            // measures
  std::vector<std::string> passed_or_waived;  // measures that two people may also set aside
  // payee_known | not_crypto | address_known | signature_ordered; each stands for a measure, which
  // must not have failed.
  std::vector<std::string> facts;
  bool none_failed = false;
  bool platform_only = false;
};

struct VettingPolicy {
  std::vector<VettingParameter> parameters;  // in the order of the file
  std::vector<TaskPlan> tasks;
  std::vector<GatePlan> gates;
  std::map<std::string, std::vector<std::string>> allowed_by_law;  // jurisdiction → parts

  // Of a name of VettingParameterNames().
  int64_t Number(std::string_view name) const;
  // The parameters behind findings of this indicator.
  std::vector<const VettingParameter*> Of(std::string_view indicator) const;
};

// Every parameter that the rules read; a policy has all of them and no other.
std::span<const std::string_view> VettingParameterNames();

struct VettingPolicyLoad {
  std::optional<VettingPolicy> policy;  // none after an error
  std::vector<Diagnostic> diagnostics;
};

VettingPolicyLoad ReadVettingPolicy(const std::string& file, std::string_view text);

}  // namespace sekisho
