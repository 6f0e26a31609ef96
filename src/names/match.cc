#include "names/match.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "names/comparison.h"
#include "names/name_form.h"

namespace sekisho {
namespace {

constexpr uint8_t kHeavyWeight = 5;
constexpr double kMixedFactor = 0.98;

template <typename Is>
std::vector<LatinWord> WordsThat(const std::vector<LatinWord>& words, const Is& is) {
  std::vector<LatinWord> chosen;
  std::copy_if(words.begin(), words.end(), std::back_inserter(chosen), is);
  return chosen;
}

bool IsHeavy(const LatinWord& word) { return word.weight >= kHeavyWeight; }
bool IsLight(const LatinWord& word) { return !IsHeavy(word); }
bool IsHeavyOrPlace(const LatinWord& word) {
  return IsHeavy(word) || word.kind == WordKind::kPlace;
}

// The characters of an organisation's name against the words that are no description: 上海远航 is
// "Shanghai Yuanhang", 远航 is "Yuanhang (Shanghai)".
void CompareWithOrganisation(const std::vector<Unit>& units, const std::vector<LatinWord>& words,
                             bool swapped, Comparison* result) {
  CompareUnitsWithWords(units, WordsThat(words, IsHeavyOrPlace), swapped, result);
  if (result->score >= kNameVariantScore) return;
  const bool places = std::any_of(words.begin(), words.end(), [](const LatinWord& word) {
    return word.kind == WordKind::kPlace && !IsHeavy(word);
  });
  if (places) CompareUnitsWithWords(units, WordsThat(words, IsHeavy), swapped, result);
}

int WeightOf(const std::vector<LatinWord>& words) {
  int weight = 0;
  for (const LatinWord& word : words) weight += word.weight;
  return weight;
}

// Both parts count by their weight; a character weighs half a word.
void Combine(const Comparison& words, int words_weight, const Comparison& units, int units_weight,
             Comparison* result) {
  const int all = std::max(1, words_weight + units_weight);
  result->score = (words.score * words_weight + units.score * units_weight) / all;
  result->same = words.same && units.same;
}

constexpr int kUnitWeight = 5;

// One name has Latin words beside East Asian writing ("ABC商事").
void CompareMixed(const NameSection& a, const NameSection& b, Comparison* result) {
  const bool organisation = a.organisation || b.organisation;
  Comparison words;
  words.remarks = result->remarks;
  if (!a.units.empty() && !b.units.empty()) {
    CompareWords(a.words, b.words, organisation, &words);
    Comparison units;
    std::vector<NameRemark> unit_remarks;
    if (result->remarks != nullptr) units.remarks = &unit_remarks;
    CompareUnits(a.units, b.units, &units);
    const int units_weight = kUnitWeight * static_cast<int>(a.units.size() + b.units.size());
    result->remark_count = words.remark_count;
    Combine(words, WeightOf(a.words) + WeightOf(b.words), units, units_weight, result);
    for (size_t i = 0; i < units.remark_count; ++i) {
      result->Remark(unit_remarks[i].reason, unit_remarks[i].left, unit_remarks[i].right);
    }
    return;
  }
  const bool swapped = a.units.empty();
  const NameSection& mixed = swapped ? b : a;
  const NameSection& plain = swapped ? a : b;
  CompareWithOrganisation(mixed.units, plain.words, swapped, result);
  const std::vector<LatinWord> light = WordsThat(plain.words, IsLight);
  const int weight = WeightOf(mixed.words) + WeightOf(light);
  if (weight == 0) return;
  Comparison rest;
  CompareWords(mixed.words, light, true, &rest);
  const int units_weight = kUnitWeight * 2 * static_cast<int>(mixed.units.size());
  result->score =
      kMixedFactor * (result->score * units_weight + rest.score * weight) / (units_weight + weight);
}

void CompareSections(const NameSection& a, const NameSection& b, Comparison* result) {
  const bool organisation = a.organisation || b.organisation;
  const bool a_mixed = !a.units.empty() && !a.words.empty();
  const bool b_mixed = !b.units.empty() && !b.words.empty();
  if (a_mixed || b_mixed) return CompareMixed(a, b, result);
  if (a.units.empty() && b.units.empty()) {
    return CompareWords(a.words, b.words, organisation, result);
  }
  const auto compare = organisation ? CompareWithOrganisation : CompareUnitsWithWords;
  if (a.units.empty()) {
    compare(b.units, a.words, true, result);
  } else if (b.units.empty()) {
    compare(a.units, b.words, false, result);
  } else {
    CompareUnits(a.units, b.units, result);
  }
}

// "山田花子 (旧姓 佐藤)" against 佐藤花子 and "Sato Hanako": the former family name, then the
// characters of the given name, which are the last of the whole name.
bool IsFormerName(const NameSection& former, const NameSection& other) {
  constexpr size_t kGivenMax = 3;
  const std::vector<Unit>& whole = former.other_units;
  for (size_t given = 1; given <= kGivenMax && given < whole.size(); ++given) {
    NameSection name;
    name.units = former.units;
    name.units.insert(name.units.end(), whole.end() - static_cast<std::ptrdiff_t>(given),
                      whole.end());
    Comparison comparison;
    CompareSections(name, other, &comparison);
    if (comparison.score >= kNameVariantScore) return true;
  }
  return false;
}

constexpr double kFormerScore = 0.95;

// Descriptions as they are read are for kana and Latin letters; characters are compared with what
// descriptions mean.
bool IsRead(const NameSection& section) {
  return !section.as_read &&
         std::all_of(section.units.begin(), section.units.end(),
                     [](const Unit& unit) { return unit.kind == UnitKind::kKana; });
}

bool AreComparable(const NameSection& a, const NameSection& b) {
  return (!a.as_read || IsRead(b)) && (!b.as_read || IsRead(a));
}

// The best over all ways of writing; its outcome.
void CompareForms(const NameForm& a, const NameForm& b, std::vector<NameRemark>* remarks,
                  NameMatch* match) {
  std::vector<NameRemark> tried;
  size_t best_remarks = 0;
  bool first = true;
  for (size_t i = 0; i < a.section_count(); ++i) {
    for (size_t j = 0; j < b.section_count(); ++j) {
      if (!AreComparable(a.section(i), b.section(j))) continue;
      Comparison comparison;
      comparison.remarks = remarks == nullptr ? nullptr : first ? remarks : &tried;
      const NameSection& left = a.section(i);
      const NameSection& right = b.section(j);
      CompareSections(left, right, &comparison);
      if (IsFormerName(left, right) || IsFormerName(right, left)) {
        comparison.Reset();
        comparison.score = kFormerScore;
      }
      if (!first && comparison.score <= match->score) continue;
      if (!first && remarks != nullptr) std::swap(tried, *remarks);
      first = false;
      best_remarks = comparison.remark_count;
      match->score = comparison.score;
      if (comparison.score < kNameVariantScore) {
        match->outcome = NameOutcome::kUnrelated;
      } else if (left.declared != right.declared) {
        match->outcome = NameOutcome::kDeclared;
      } else {
        match->outcome = comparison.same ? NameOutcome::kSame : NameOutcome::kVariant;
      }
    }
  }
  if (remarks == nullptr) return;
  remarks->resize(best_remarks);
  if (match->outcome == NameOutcome::kDeclared) {
    remarks->push_back({NameReason::kDeclared, "", ""});
  }
}

void Compare(const NameForm& a, const NameForm& b, std::vector<NameRemark>* remarks,
             NameMatch* match) {
  match->score = 0;
  match->outcome = NameOutcome::kUnrelated;
  // One order of the two, so that the result does not depend on it.
  const bool swapped = b.characters() < a.characters();
  CompareForms(swapped ? b : a, swapped ? a : b, remarks, match);
  if (!swapped || remarks == nullptr) return;
  for (NameRemark& remark : *remarks) std::swap(remark.left, remark.right);
}

}  // namespace

void Comparison::Remark(NameReason reason, std::string_view left, std::string_view right) {
  if (remarks == nullptr || remark_count == kRemarksMax) return;
  if (remarks->size() == remark_count) remarks->emplace_back();
  NameRemark& remark = (*remarks)[remark_count++];
  remark.reason = reason;
  remark.left.assign(left);
  remark.right.assign(right);
}

Name::Name() : form_(std::make_unique<NameForm>()) {}
Name::Name(std::string_view utf8) : Name() { Assign(utf8); }
Name::~Name() = default;
Name::Name(Name&&) noexcept = default;
Name& Name::operator=(Name&&) noexcept = default;

void Name::Assign(std::string_view utf8) { form_->Assign(utf8); }

bool Name::empty() const { return form_->section_count() == 0; }

void MatchNames(const Name& a, const Name& b, NameMatch* match) {
  Compare(*a.form_, *b.form_, &match->remarks, match);
  match->comparable = !a.empty() && !b.empty();
  match->unknown_reading = match->outcome == NameOutcome::kUnrelated &&
                           MayHaveUnknownReading(*a.form_, *b.form_, match->score);
  if (match->unknown_reading) match->remarks.push_back({NameReason::kUnknownReading, "", ""});
}

NameMatch MatchNames(std::string_view a, std::string_view b) {
  NameMatch match;
  MatchNames(Name(a), Name(b), &match);
  return match;
}

double NameScore(const Name& a, const Name& b) {
  NameMatch match;
  Compare(*a.form_, *b.form_, nullptr, &match);
  return match.score;
}

}  // namespace sekisho
