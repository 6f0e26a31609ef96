// Stands in for an ObjectReader and notes what is asked for: the functions that read a file list
// its fields too, so that the two never differ. Used inside of this layer.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diligence/candidate_fields.h"
#include "diligence/object_reader.h"

namespace sekisho {

// Every value is absent, and every object and list of objects is asked for its fields once. Not
// thread-safe.
class FieldLister {
 public:
  using Words = ObjectReader::Words;
  using Need = ObjectReader::Need;
  using Kind = CandidateField::Kind;
  using Read = std::function<void(FieldLister*)>;

  std::string Text(std::string_view key, Need need = Need::kOptional) {
    return NoText(key, Kind::kText, need);
  }
  std::string Word(std::string_view key, Words words, Need need = Need::kOptional) {
    Note(key, Kind::kWord, need)->words = words;
    return "";
  }
  std::string Country(std::string_view key) { return NoText(key, Kind::kCountry); }
  std::string Zone(std::string_view key, Need need = Need::kOptional) {
    return NoText(key, Kind::kZone, need);
  }
  std::string Day(std::string_view key) { return NoText(key, Kind::kDay); }
  std::string Sha256(std::string_view key) { return NoText(key, Kind::kSha256); }
  std::optional<int64_t> Time(std::string_view key, Need need = Need::kOptional) {
    Note(key, Kind::kTime, need);
    return std::nullopt;
  }
  std::optional<MonthRange> Month(std::string_view key) {
    Note(key, Kind::kMonth);
    return std::nullopt;
  }
  std::optional<int64_t> Count(std::string_view key, int64_t least, int64_t most) {
    CandidateField* const field = Note(key, Kind::kCount);
    field->least = least;
    field->most = most;
    return std::nullopt;
  }
  std::optional<bool> Boolean(std::string_view key) {
    Note(key, Kind::kBoolean);
    return std::nullopt;
  }
  std::optional<int64_t> Clock(std::string_view key, Need need = Need::kOptional) {
    Note(key, Kind::kClock, need);
    return std::nullopt;
  }
  void Amount(std::string_view key) { Note(key, Kind::kAmount); }
  std::vector<std::string> Texts(std::string_view key) {
    Note(key, Kind::kTexts);
    return {};
  }
  std::vector<std::string> WordList(std::string_view key, Words words) {
    Note(key, Kind::kWordList)->words = words;
    return {};
  }
  std::optional<std::vector<int64_t>> Counts(std::string_view key, int64_t most) {
    Note(key, Kind::kCounts)->most = most;
    return std::nullopt;
  }
  bool Object(std::string_view key, const Read& read) { return Inside(key, Kind::kObject, read); }
  bool Objects(std::string_view key, const Read& read) { return Inside(key, Kind::kObjects, read); }

  const JsonNode& node() const { return node_; }
  void Mark(CandidatePart* /*part*/) const {}
  void Report(Sk /*code*/, std::string_view /*key*/, std::string_view /*message*/,
              const std::string& /*suggestion*/ = "") {}

  std::vector<CandidateField> Take() { return std::move(fields_); }

 private:
  CandidateField* Note(std::string_view key, Kind kind, Need need = Need::kOptional) {
    CandidateField field;
    field.key = std::string(key);
    field.kind = kind;
    field.required = need == Need::kRequired;
    fields_.push_back(std::move(field));
    return &fields_.back();
  }
  std::string NoText(std::string_view key, Kind kind, Need need = Need::kOptional) {
    Note(key, kind, need);
    return "";
  }
  bool Inside(std::string_view key, Kind kind, const Read& read) {
    FieldLister inside;
    read(&inside);
    Note(key, kind)->fields = inside.Take();
    return false;
  }

  const JsonNode node_ = {};
  std::vector<CandidateField> fields_;
};

}  // namespace sekisho
