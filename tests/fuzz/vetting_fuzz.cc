// The readers of policy/vetting.yml, of questionnaires and of posture files on arbitrary bytes.
#include <cstddef>
#include <cstdint>
#include <string>

#include "diligence/posture.h"
#include "diligence/questionnaire.h"
#include "diligence/vetting_policy.h"
#include "fuzz/require.h"

namespace {

using sekisho::fuzz::Require;
using sekisho::fuzz::RequireMessage;

void RequireMessages(const std::vector<sekisho::Diagnostic>& diagnostics) {
  for (const sekisho::Diagnostic& one : diagnostics) RequireMessage(FormatDiagnostic(one));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const sekisho::VettingPolicyLoad policy = sekisho::ReadVettingPolicy("a.yml", text);
  RequireMessages(policy.diagnostics);
  if (policy.policy) {
    for (const std::string_view name : sekisho::VettingParameterNames()) {
      Require(policy.policy->Number(name) >= 1, "a policy that is read is complete", text);
    }
  }
  RequireMessages(sekisho::ReadQuestionnaires({{"a.yml", text}}, {}).diagnostics);
  const sekisho::MeasureCatalogue measures;
  const sekisho::PostureLoad posture = sekisho::ReadPosture("a.json", text, measures, {});
  RequireMessages(posture.problems);
  Require(posture.posture.has_value() == posture.problems.empty(),
          "a file is read, or there is a reason why not", text);
  if (posture.posture) {
    Require(posture.posture->entries.size() == sekisho::PostureMeasures().size(),
            "every measure has an entry", text);
    RequireMessage(sekisho::PostureJson(*posture.posture, measures, sekisho::Language::kKorean));
  }
  return 0;
}
