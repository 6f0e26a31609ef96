// The rules of `vet`, told as cases that anybody can read: tests/diligence/cases/*.txt. The head of
// cases/README.txt explains the form.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "diligence/candidate_reader.h"
#include "diligence/json_tree.h"
#include "diligence/later_parts.h"
#include "diligence/shipped.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string place;  // "a02.txt:12"
  std::map<std::string, std::string> parts;
};

constexpr std::string_view kKeys[] = {"case",  "file",  "other",   "finds",  "silent",
                                      "skips", "tasks", "gates",   "absent", "missing",
                                      "hint",  "level", "refused", "leaves"};

std::vector<Case> ReadCases() {
  std::vector<Case> cases;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(SEKISHO_SOURCE_DIR "/tests/diligence/cases")) {
    if (entry.path().filename() != "README.txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    std::istringstream text(ReadAll(path.string()));
    std::string line;
    std::string key;
    for (int number = 1; std::getline(text, line); ++number) {
      if (line.empty() || line[0] == '#') continue;
      const std::string place = path.filename().string() + ":" + std::to_string(number);
      if (line[0] != ' ') {
        key = line.substr(0, line.find(':'));
        if (std::find(std::begin(kKeys), std::end(kKeys), key) == std::end(kKeys)) {
          ADD_FAILURE() << place << ": a case has no part \"" << key << "\"";
          continue;
        }
        if (key == "case") cases.push_back({place, {}});
        line.erase(0, key.size() + 1);
      }
      if (cases.empty()) {
        ADD_FAILURE() << place << ": a file begins with `case:`";
        return cases;
      }
      std::string& part = cases.back().parts[key];
      part += (part.empty() ? "" : "\n") + line;
    }
  }
  return cases;
}

// The head of a file, unless the case writes its own.
std::string WithHead(const std::string& sections, const std::string& id) {
  const std::string body = "{" + sections + "}";
  JsonNode root;
  Diagnostic error;
  EXPECT_TRUE(ReadJsonTree("case", body, &root, &error)) << FormatDiagnostic(error) << "\n" << body;
  std::string head;
  const std::pair<std::string_view, std::string> parts[] = {
      {"format", "\"sekisho.candidate/1\""},
      {"id", "\"" + id + "\""},
      {"role_id", "\"r-1\""},
      {"audience", "\"employer\""},
      {"jurisdiction", "\"JP\""},
      {"as_of", "\"2026-04-10T09:00:00+09:00\""}};
  for (const auto& [key, value] : parts) {
    if (root.Find(key) != nullptr) continue;
    head += (head.empty() ? "\"" : ", \"") + std::string(key) + "\": " + value;
  }
  return "{" + head + (root.members.empty() || head.empty() ? "" : ", ") + sections + "}";
}

CandidateLoad Load(const Case& one, const std::string& part, const std::string& id) {
  const auto found = one.parts.find(part);
  const std::string sections = found == one.parts.end() ? "" : found->second;
  return ReadCandidate(one.place, WithHead(sections, id), std::nullopt);
}

Candidate Read(const Case& one, const std::string& part, const std::string& id) {
  CandidateLoad load = Load(one, part, id);
  for (const Diagnostic& problem : load.problems) ADD_FAILURE() << FormatDiagnostic(problem);
  return load.candidate.value_or(Candidate());
}

std::set<std::string> Words(const Case& one, const std::string& part) {
  std::set<std::string> words;
  const auto found = one.parts.find(part);
  if (found == one.parts.end()) return words;
  std::istringstream text(found->second);
  std::string entry;
  while (std::getline(text, entry, ',')) {
    const size_t first = entry.find_first_not_of(" \n");
    if (first == std::string::npos) continue;
    words.insert(entry.substr(first, entry.find_last_not_of(" \n") - first + 1));
  }
  return words;
}

struct Seen {
  std::set<std::string> found;     // "A02 flag"
  std::set<std::string> codes;     // "A02"
  std::set<std::string> skipped;   // "A02"
  std::set<std::string> tasks;     // "M24:/claims/employers/0 open"
  std::set<std::string> gates;     // "payout closed"
  std::set<std::string> missing;   // "payout M22:/payout/0"
  std::string hints;               // of tasks and gates, and the next step
  std::set<std::string> left_out;  // "/meetings/0/at"
  std::string level;
};

Seen Look(const Case& one) {
  const Candidate candidate = Read(one, "file", "c-1");
  CandidatePool pool;
  const bool with_pool = one.parts.contains("other");
  if (with_pool) pool.Add(Read(one, "other", "c-2"));
  const VetReport report = Vet(InputOf(candidate, with_pool ? &pool : nullptr));
  Seen seen;
  for (const VetFinding& finding : report.findings) {
    seen.found.insert(finding.indicator + " " + std::string(GradeName(finding.grade)));
    seen.codes.insert(finding.indicator);
    const auto codes = VettingCodes();
    EXPECT_TRUE(finding.source == "answers" ||
                std::find(codes.begin(), codes.end(), finding.indicator) != codes.end())
        << finding.indicator << " is missing in VettingCodes()";
    for (const std::string* text :
         {&finding.message.en, &finding.message.ja, &finding.message.ko}) {
      EXPECT_FALSE(text->empty()) << one.place << ": " << finding.indicator;
      EXPECT_EQ(text->find('$'), std::string::npos) << one.place << ": " << *text;
    }
  }
  for (const VetNotEvaluated& skipped : report.not_evaluated) {
    seen.skipped.insert(skipped.id);
    EXPECT_FALSE(skipped.what_to_supply.en.empty()) << skipped.id;
  }
  for (const VetTask& task : report.tasks) {
    seen.tasks.insert(task.id + " " + task.state + (task.result.empty() ? "" : " " + task.result));
    seen.hints += task.note.en + "\n";
  }
  for (const VetGate& gate : report.gates) {
    seen.gates.insert(gate.gate + " " + gate.state);
    for (const std::string& id : gate.missing) seen.missing.insert(gate.gate + " " + id);
    for (const LocalText& hint : gate.hints) {
      EXPECT_FALSE(hint.ja.empty() || hint.ko.empty()) << hint.en;
      seen.hints += hint.en + "\n";
    }
  }
  seen.hints += report.next_step.en + "\n";
  for (const LeftOut& one : candidate.left_out) seen.left_out.insert(one.at);
  EXPECT_EQ(LeftOutRemarks(candidate).size(), candidate.left_out.size());
  seen.level = std::string(LevelName(report.level));
  return seen;
}

std::string List(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void Expect(const Case& one, const std::string& part, const std::set<std::string>& seen) {
  for (const std::string& word : Words(one, part)) {
    EXPECT_TRUE(seen.contains(word)) << one.place << ":" << one.parts.at("case") << "\n  " << part
                                     << ": no " << word << " in " << List(seen);
  }
}

// A part that is one text, without the space after its key.
std::string Text(const Case& one, const std::string& part) {
  const auto found = one.parts.find(part);
  return found == one.parts.end() ? "" : found->second.substr(1);
}

void ExpectRefused(const Case& one) {
  CandidateLoad load = Load(one, "file", "c-1");
  std::string said;
  for (const Diagnostic& problem : load.problems) said += FormatDiagnostic(problem) + "\n";
  if (load.candidate) {
    for (const Diagnostic& problem : CheckReferences(InputOf(*load.candidate, nullptr))) {
      said += FormatDiagnostic(problem) + "\n";
    }
  }
  EXPECT_NE(said.find(Text(one, "refused")), std::string::npos)
      << one.place << ":" << one.parts.at("case") << "\n  said: " << said;
}

TEST(VettingCases, AreAsTold) {
  const std::vector<Case> cases = ReadCases();
  ASSERT_GT(cases.size(), 50U);
  for (const Case& one : cases) {
    if (one.parts.contains("refused")) {
      ExpectRefused(one);
      continue;
    }
    const Seen seen = Look(one);
    Expect(one, "finds", seen.found);
    Expect(one, "skips", seen.skipped);
    Expect(one, "tasks", seen.tasks);
    Expect(one, "gates", seen.gates);
    Expect(one, "missing", seen.missing);
    EXPECT_NE(seen.hints.find(Text(one, "hint")), std::string::npos)
        << one.place << ":" << one.parts.at("case") << "\n  said: " << seen.hints;
    // A case says everything that it leaves out.
    EXPECT_EQ(List(seen.left_out), List(Words(one, "leaves"))) << one.place;
    for (const std::string& gate : Words(one, "absent")) {
      for (const std::string& there : seen.gates) {
        EXPECT_FALSE(there.starts_with(gate + " ")) << one.place << ": " << there;
      }
    }
    for (const std::string& code : Words(one, "silent")) {
      EXPECT_FALSE(seen.codes.contains(code))
          << one.place << ":" << one.parts.at("case") << "\n  found " << code;
      EXPECT_FALSE(seen.skipped.contains(code))
          << one.place << ":" << one.parts.at("case") << "\n  not evaluated: " << code;
    }
    // What is found stands in the case: nothing comes along unseen.
    if (one.parts.contains("finds") || one.parts.contains("silent")) {
      EXPECT_EQ(List(seen.found), List(Words(one, "finds")))
          << one.place << ":" << one.parts.at("case");
    }
    if (one.parts.contains("level")) {
      EXPECT_EQ(Words(one, "level"), std::set<std::string>{seen.level}) << one.place;
    }
  }
}

// Every rule is shown holding, shown silent about somebody honest, and shown without its data.
TEST(VettingCases, EveryRuleHasItsThree) {
  std::map<std::string, std::set<std::string>> shown;
  for (const Case& one : ReadCases()) {
    for (const std::string& word : Words(one, "finds")) {
      shown[word.substr(0, word.find(' '))].insert("finds");
    }
    for (const std::string& code : Words(one, "silent")) shown[code].insert("silent");
    for (const std::string& code : Words(one, "skips")) shown[code].insert("skips");
  }
  const std::set<std::string> three = {"finds", "silent", "skips"};
  for (const std::string_view code : VettingCodes()) {
    // D08 needs lists and B06 events (tests/cli/vet_test.py); E02 is people's, its sums are X09.
    if (code == "D08" || code == "B06" || code == "E02") continue;
    EXPECT_EQ(List(shown[std::string(code)]), List(three)) << code;
  }
}

}  // namespace
}  // namespace sekisho
