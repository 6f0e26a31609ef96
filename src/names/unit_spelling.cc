#include "names/unit_spelling.h"

#include <algorithm>
#include <array>

#include "absl/container/fixed_array.h"
#include "names/fold.h"
#include "names/han.h"
#include "names/hangul.h"
#include "names/kana.h"

namespace sekisho {
namespace {

using Units = std::span<const Unit>;

bool AllOf(Units units, UnitKind kind) {
  return std::all_of(units.begin(), units.end(), [&](const Unit& u) { return u.kind == kind; });
}

bool AnyOf(Units units, UnitKind kind) {
  return std::any_of(units.begin(), units.end(), [&](const Unit& u) { return u.kind == kind; });
}

// Family and given name begin at the first two syllables, wherever a space is.
bool BeginsWord(Units units, size_t at) { return at <= 1 || units[at].word != units[at - 1].word; }

size_t SpellInHangul(Units units, std::string_view text, bool kana) {
  Reach reach = Reach::Start();
  for (size_t i = 0; i < units.size() && !reach.empty(); ++i) {
    const HangulContext context = {BeginsWord(units, i), kana};
    if (units[i].kind == UnitKind::kHangul) {
      reach = StepHangul(reach, units[i].character, context, text);
      continue;
    }
    if (units[i].han == nullptr) return kNoSpelling;
    Reach next;
    for (const char32_t syllable : units[i].han->hangul) {
      next.Add(StepHangul(reach, syllable, context, text), 0);
    }
    reach = next;
  }
  return reach.CostAt(text.size());
}

// `step` takes what one character can be read as.
template <typename StepCharacter>
size_t SpellHan(Units units, std::string_view text, const StepCharacter& step) {
  Reach reach = Reach::Start();
  for (size_t i = 0; i < units.size() && !reach.empty(); ++i) {
    if (units[i].han == nullptr) return kNoSpelling;
    reach = step(reach, *units[i].han);
  }
  return reach.CostAt(text.size());
}

size_t SpellInPinyin(Units units, std::string_view text) {
  return SpellHan(units, text, [&](const Reach& from, const HanCharacter& han) {
    return from.Step(han.pinyin, text);
  });
}

size_t SpellInCantonese(Units units, std::string_view text) {
  return SpellHan(units, text, [&](const Reach& from, const HanCharacter& han) {
    Reach next;
    for (const Spellings each : han.cantonese) next.Add(from.Step(each, text), 0);
    return next;
  });
}

size_t SpellInHokkien(Units units, std::string_view text) {
  return SpellHan(units, text, [&](const Reach& from, const HanCharacter& han) {
    return from.Step(han.hokkien, text);
  });
}

// Kana: one unit; a reading: the kana of one or more units. `step` takes one reading.
template <typename StepReading>
Reach WalkJapanese(Units units, const StepReading& step) {
  absl::FixedArray<Reach, kNameUnitsMax + 1> reached(units.size() + 1);
  std::array<char32_t, kNameUnitsMax> forms;
  for (size_t i = 0; i < units.size(); ++i) {
    forms[i] = units[i].kind == UnitKind::kHan ? units[i].Form() : 0;
  }
  reached[0] = Reach::Start();
  for (size_t at = 0; at < units.size(); ++at) {
    if (reached[at].empty()) continue;
    if (units[at].kind == UnitKind::kKana) {
      size_t end = at + 1;
      while (end < units.size() && units[end].kind == UnitKind::kKana) ++end;
      std::u32string kana;
      for (size_t i = at; i < end; ++i) kana.push_back(units[i].character);
      const HanReading reading(kana);
      if (kana == U"ノ" || kana == U"ケ" || kana == U"ヶ") {
        // The small words of family names: 一ノ瀬, 関ヶ原.
        const HanReading other(U"ガ");
        reached[end].Add(step(reached[at], other), 1);
      }
      reached[end].Add(step(reached[at], reading), 0);
      continue;
    }
    if (units[at].han == nullptr) return {};
    for (const HanReading& reading : units[at].han->japanese) {
      if (reading.changed && at == 0) continue;
      reached[at + 1].Add(step(reached[at], reading), 0);
    }
    if (!units[at].han->begins_word) continue;
    for (size_t count = 2; count <= kJapaneseWordMax && at + count <= units.size(); ++count) {
      const auto* const words = FindJapaneseWord({forms.data() + at, count});
      if (words == nullptr) continue;
      for (const HanReading& reading : *words) {
        reached[at + count].Add(step(reached[at], reading), 0);
      }
    }
  }
  return reached[units.size()];
}

size_t SpellInJapanese(Units units, std::string_view text) {
  std::string hepburn;
  ToHepburn(text, &hepburn);
  if (hepburn.size() > Reach::kTextMax) return kNoSpelling;
  const Reach reach = WalkJapanese(units, [&](const Reach& from, const HanReading& reading) {
    if ((from.Letters(hepburn) & reading.first_letters) == 0) return Reach();
    return StepKana(from, reading.kana, hepburn);
  });
  return reach.CostAt(hepburn.size());
}

// All of them are Han characters, and a Chinese reading of the first one begins with this letter.
bool MayBeChinese(Units units, char first) {
  return AllOf(units, UnitKind::kHan) && units[0].han != nullptr &&
         (units[0].han->chinese_letters & LetterBit(first)) != 0;
}

}  // namespace

UnitSpelling SpellUnits(Units units, std::string_view text, bool kana) {
  UnitSpelling best;
  if (text.size() > Reach::kTextMax || units.empty()) return best;
  const auto consider = [&](size_t cost, NameReason reason) {
    if (cost < best.cost) best = {cost, reason};
  };
  const bool has_han = AnyOf(units, UnitKind::kHan);
  const bool has_hangul = AnyOf(units, UnitKind::kHangul);
  const bool has_kana = AnyOf(units, UnitKind::kKana);
  if (AnyOf(units, UnitKind::kOther)) return best;
  if (!has_kana) {
    consider(SpellInHangul(units, text, kana), has_han ? NameReason::kHanja : NameReason::kHangul);
  }
  if (!text.empty() && MayBeChinese(units, text[0])) {
    consider(SpellInPinyin(units, text), NameReason::kPinyin);
    if (!kana) {
      consider(SpellInCantonese(units, text), NameReason::kCantonese);
      consider(SpellInHokkien(units, text), NameReason::kHokkien);
    }
  }
  if (!has_hangul) {
    consider(SpellInJapanese(units, text), has_han ? NameReason::kJapanese : NameReason::kKana);
  }
  return best;
}

bool AreReadAs(Units units, std::string_view kana_bytes) {
  if (kana_bytes.size() > Reach::kTextMax || AnyOf(units, UnitKind::kHangul)) return false;
  const Reach reach = WalkJapanese(units, [&](const Reach& from, const HanReading& reading) {
    const Spelling spelling = {reading.bytes, 0};
    return from.Step({&spelling, 1}, kana_bytes);
  });
  return reach.CostAt(kana_bytes.size()) != kNoSpelling;
}

std::string PlainSpelling(Units units) {
  if (AllOf(units, UnitKind::kKana)) {
    std::u32string kana;
    for (const Unit& unit : units) kana.push_back(unit.character);
    return PlainHepburn(kana);
  }
  std::string text;
  if (!AllOf(units, UnitKind::kHangul)) return text;
  for (const Unit& unit : units) text += PlainRomanisation(unit.character);
  return text;
}

}  // namespace sekisho
