// The reader of candidate files on arbitrary bytes; a file that is read is vetted against itself,
// twice.
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>

#include "diligence/candidate_reader.h"
#include "diligence/vet_json.h"
#include "fuzz/require.h"

namespace {

using sekisho::Candidate;
using sekisho::CandidateLoad;
using sekisho::Language;
using sekisho::fuzz::Require;
using sekisho::fuzz::RequireMessage;

struct Data {
  sekisho::VettingPolicy vetting;
  sekisho::AssessmentPolicy assessment;
  sekisho::MeasureCatalogue measures;
  std::vector<sekisho::Questionnaire> questionnaires;
};

const Data& Shipped() {
  static const Data& data = *new Data([] {
    std::ifstream file(SEKISHO_SOURCE_DIR "/policy/vetting.yml");
    std::ostringstream text;
    text << file.rdbuf();
    sekisho::VettingPolicyLoad load = sekisho::ReadVettingPolicy("vetting.yml", text.str());
    Require(load.policy.has_value(), "policy/vetting.yml can be read");
    Data made;
    made.vetting = *std::move(load.policy);
    return made;
  }());
  return data;
}

std::string Report(const Candidate& candidate, const sekisho::CandidatePool& pool,
                   Language language) {
  const Data& data = Shipped();
  sekisho::VetInput input{candidate, data.vetting,  data.assessment,
                          {},        data.measures, data.questionnaires};
  input.pool = &pool;
  return sekisho::VetJson(sekisho::Vet(input), input, {}, language);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const CandidateLoad load = sekisho::ReadCandidate("a.json", text, std::nullopt);
  Require(load.candidate.has_value() == load.problems.empty(),
          "a file is read, or there is a reason why not", text);
  for (const sekisho::Diagnostic& problem : load.problems) {
    RequireMessage(sekisho::FormatDiagnostic(problem));
  }
  if (!load.candidate) return 0;
  sekisho::CandidatePool pool;
  pool.Add(*load.candidate);
  const std::string report = Report(*load.candidate, pool, Language::kJapanese);
  RequireMessage(report);
  Require(report == Report(*load.candidate, pool, Language::kJapanese),
          "the same file gives the same report", text);
  return 0;
}
