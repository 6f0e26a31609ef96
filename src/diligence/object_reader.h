// Reads the objects of a candidate file key by key, and reports whatever is not as it must be: keys
// that nobody asked for, forbidden ones, wrong shapes. Reading goes on after a problem, so that a
// person sees all of them at once.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "diligence/candidate.h"
#include "diligence/json_tree.h"
#include "diligence/month.h"
#include "yaml/diagnostics.h"

namespace sekisho {

// Collects problems of one file, the first kCandidateProblemsMax of them.
class FileProblems {
 public:
  explicit FileProblems(std::string file) : file_(std::move(file)) {}

  void Report(Sk code, int line, int column, std::string message, std::string suggestion = "");
  void Add(Diagnostic problem) { problems_.push_back(std::move(problem)); }
  const std::string& file() const { return file_; }
  std::vector<Diagnostic> Take() { return std::move(problems_); }

 private:
  std::string file_;
  std::vector<Diagnostic> problems_;
};

// Reads the whole file into `*root`, which must be one object; else says why in `problems`. `what`
// names the file: "a candidate file".
bool ReadRootObject(std::string_view what, std::string_view text, JsonNode* root,
                    FileProblems* problems);

// One object. Every key is asked for once, then Close() is called. `node` and `problems` must
// outlive the reader. Values that are absent or wrong are empty. Not thread-safe.
class ObjectReader {
 public:
  using Words = std::initializer_list<std::string_view>;
  enum class Need : uint8_t { kOptional, kRequired };

  ObjectReader(const JsonNode& node, std::string at, FileProblems* problems);

  std::string Text(std::string_view key, Need need = Need::kOptional);
  std::string Word(std::string_view key, Words words, Need need = Need::kOptional);
  // Two capital letters.
  std::string Country(std::string_view key);
  // A name of IANA's database.
  std::string Zone(std::string_view key, Need need = Need::kOptional);
  // YYYY-MM-DD, returned as written.
  std::string Day(std::string_view key);
  // 64 lower-case hexadecimal digits.
  std::string Sha256(std::string_view key);
  std::optional<int64_t> Time(std::string_view key, Need need = Need::kOptional);
  std::optional<MonthRange> Month(std::string_view key);
  std::optional<int64_t> Count(std::string_view key, int64_t least, int64_t most);
  std::optional<bool> Boolean(std::string_view key);
  // "09:30" as minutes of the day.
  std::optional<int64_t> Clock(std::string_view key, Need need = Need::kOptional);
  // A number of 0 or more.
  void Amount(std::string_view key);
  std::vector<std::string> Texts(std::string_view key);
  std::vector<std::string> WordList(std::string_view key, Words words);
  std::optional<std::vector<int64_t>> Counts(std::string_view key, int64_t most);

  // Reads the object at `key`; false when there is none.
  bool Object(std::string_view key, const std::function<void(ObjectReader*)>& read);
  // Reads each object of the list at `key`; false when there is none.
  bool Objects(std::string_view key, const std::function<void(ObjectReader*)>& read);

  // Reports every key that nobody asked for.
  void Close();

  const JsonNode& node() const { return node_; }
  // Notes on the part where it stands.
  void Mark(CandidatePart* part) const {
    part->at = at_;
    part->line = node_.line;
    part->column = node_.column;
  }
  // About a value of this object, or the object itself when `key` is empty or not there.
  void Report(Sk code, std::string_view key, std::string_view message, std::string suggestion = "");

 private:
  const JsonNode* Ask(std::string_view key, Need need);
  // The text at `key`, not empty.
  const JsonNode* AskText(std::string_view key, Need need);
  const JsonNode* AskList(std::string_view key);
  void Wrong(std::string_view key, std::string_view wanted, std::string suggestion = "");
  void CheckWord(std::string_view key, const std::string& word, Words words);

  const JsonNode& node_;
  const std::string at_;
  FileProblems* problems_;
  std::vector<std::string_view> asked_;
};

}  // namespace sekisho
