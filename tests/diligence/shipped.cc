#include "diligence/shipped.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "measures/load.h"
#include "rules/load.h"
#include "service/policy_reader.h"

namespace sekisho {
namespace {

constexpr char kRoot[] = SEKISHO_SOURCE_DIR;

ShippedData Load() {
  ShippedData data;
  LoadRequest request;
  request.paths = {std::string(kRoot) + "/indicators"};
  LoadResult rules = LoadRules(request);
  EXPECT_FALSE(rules.has_errors());
  data.indicators = std::move(rules.rules.indicators);
  MeasureLoad measures = LoadMeasures(std::string(kRoot));
  EXPECT_FALSE(measures.has_errors());
  data.measures = std::move(measures.catalogue);
  PolicyLoad assessment = ReadPolicy(std::string(kRoot) + "/policy/assessment.yml");
  EXPECT_TRUE(assessment.policy.has_value());
  if (assessment.policy) data.assessment = *std::move(assessment.policy);
  const std::string path = std::string(kRoot) + "/policy/vetting.yml";
  VettingPolicyLoad vetting = ReadVettingPolicy(path, ReadAll(path));
  for (const Diagnostic& one : vetting.diagnostics) ADD_FAILURE() << FormatDiagnostic(one);
  if (vetting.policy) data.vetting = *std::move(vetting.policy);
  QuestionReferences known;
  for (const Measure& one : data.measures.measures) known.measures.insert(one.id);
  for (const Indicator& one : data.indicators) known.indicators.insert(one.id);
  for (const auto& [key, document] : data.measures.documents) known.documents.insert(key);
  QuestionnaireLoad questions = LoadQuestionnaires(kRoot, known);
  for (const Diagnostic& one : questions.diagnostics) ADD_FAILURE() << FormatDiagnostic(one);
  data.questionnaires = std::move(questions.questionnaires);
  return data;
}

}  // namespace

const ShippedData& Shipped() {
  static const ShippedData& data = *new ShippedData(Load());
  return data;
}

std::string ReadAll(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

VetInput InputOf(const Candidate& candidate, const CandidatePool* pool) {
  const ShippedData& data = Shipped();
  VetInput input{candidate,       data.vetting,  data.assessment,
                 data.indicators, data.measures, data.questionnaires};
  input.pool = pool;
  return input;
}

}  // namespace sekisho
