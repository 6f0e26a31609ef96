// The list of fields is what the reader takes, no more and no less.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "diligence/candidate_fields.h"
#include "diligence/candidate_reader.h"
#include "diligence/json_tree.h"
#include "diligence/shipped.h"
#include "diligence/templates.h"

namespace sekisho {
namespace {

using Kind = CandidateField::Kind;

std::string Quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

// A value that the reader takes for the field.
std::string Sample(const CandidateField& field) {
  std::string inside;
  switch (field.kind) {
    case Kind::kText:
      if (field.key == "format") return Quoted("sekisho.candidate/1");
      return Quoted(field.key.ends_with("_hash") ? std::string(32, 'a') : "x" + field.key);
    case Kind::kWord:
      return Quoted(field.key == "state" ? "waived" : field.words.front());
    case Kind::kCountry:
      return Quoted("JP");
    case Kind::kZone:
      return Quoted("Asia/Tokyo");
    case Kind::kDay:
      return Quoted("1951-02-28");
    case Kind::kSha256:
      return Quoted(std::string(64, 'a'));
    case Kind::kTime:
      return Quoted("2026-04-01T09:00:00+09:00");
    case Kind::kMonth:
      return Quoted("2016-04");
    case Kind::kCount:
      return std::to_string(field.most);
    case Kind::kBoolean:
      return "true";
    case Kind::kClock:
      return Quoted("09:00");
    case Kind::kAmount:
      return "1.5";
    case Kind::kTexts:
      return "[\"x\"]";
    case Kind::kWordList:
      return "[" + Quoted(field.words.back()) + "]";
    case Kind::kCounts:
      return "[" + std::to_string(field.most) + "]";
    case Kind::kObject:
    case Kind::kObjects:
      for (const CandidateField& one : field.fields) {
        // A result stands only beside `done`.
        if (field.key == "checks" && one.key == "result") continue;
        inside += (inside.empty() ? "" : ", ") + Quoted(one.key) + ": " + Sample(one);
      }
      return field.kind == Kind::kObject ? "{" + inside + "}" : "[{" + inside + "}]";
  }
  return "";
}

TEST(CandidateFields, TheReaderTakesEachOfThem) {
  CandidateField file;
  file.kind = Kind::kObject;
  file.fields = CandidateFields();
  const std::string text = Sample(file);
  const CandidateLoad load = ReadCandidate("c.json", text, std::nullopt);
  for (const Diagnostic& one : load.problems) ADD_FAILURE() << FormatDiagnostic(one);
  ASSERT_TRUE(load.candidate.has_value()) << text;
  EXPECT_EQ(load.candidate->profiles.at(0).fields.employers.at(0).name, "xname");
}

void ExpectListed(const JsonNode& node, const std::vector<CandidateField>& fields,
                  const std::string& at) {
  for (const JsonMember& member : node.members) {
    const CandidateField* found = nullptr;
    for (const CandidateField& one : fields) {
      if (one.key == member.key) found = &one;
    }
    ASSERT_NE(found, nullptr) << at << "/" << member.key;
    ExpectListed(member.value, found->fields, at + "/" + member.key);
    for (const JsonNode& item : member.value.items) {
      ExpectListed(item, found->fields, at + "/" + member.key + "/0");
    }
  }
}

// What the reader takes is in the list: files that have everything.
TEST(CandidateFields, ListWhatFilesHave) {
  for (const std::string& text :
       {std::string(ClientTemplate()), std::string(EmployerTemplate()),
        ReadAll(SEKISHO_SOURCE_DIR "/tests/report/full_candidate.json")}) {
    JsonNode root;
    Diagnostic error;
    ASSERT_TRUE(ReadJsonTree("c.json", text, &root, &error));
    EXPECT_TRUE(ReadCandidate("c.json", text, std::nullopt).candidate.has_value());
    ExpectListed(root, CandidateFields(), "");
  }
}

TEST(CandidateFields, SayWhatIsRequired) {
  std::set<std::string> required;
  for (const CandidateField& one : CandidateFields()) {
    if (one.required) required.insert(one.key);
  }
  EXPECT_EQ(required,
            (std::set<std::string>{"format", "id", "role_id", "audience", "jurisdiction"}));
}

}  // namespace
}  // namespace sekisho
