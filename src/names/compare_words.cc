#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "names/comparison.h"
#include "names/one_han.h"
#include "names/one_hangul.h"
#include "names/sound.h"
#include "names/told_apart.h"
#include "names/word_likeness.h"

namespace sekisho {
namespace {

using Words = std::vector<LatinWord>;

constexpr double kJoinedLikeness = 0.98;
constexpr double kInitialsLikeness = 0.85;
constexpr double kOtherScore = 0.7;  // at most, of names that one word tells apart
constexpr uint8_t kLinkWeight = 1;   // "of", "and"
constexpr double kOneHangulScore = 0.92;
constexpr double kOneHanScore = 0.9;
constexpr uint8_t kLightWeight = 4;   // at most: legal, generic, small words
constexpr uint8_t kStrongWeight = 8;  // at least: words that tell people apart

std::string TextOf(std::span<const LatinWord> words) {
  std::string text;
  for (const LatinWord& word : words) {
    if (!text.empty()) text += ' ';
    text += word.Text();
  }
  return text;
}

// Without initial values: there is room for many, and most names have few.
struct Candidate {
  double likeness;
  NameReason reason;
  uint8_t left, right;
};

class WordComparison {
 public:
  WordComparison(const Words& a, const Words& b, bool organisation, Comparison* result)
      : a_(a), b_(b), organisation_(organisation), result_(*result) {}

  void Run() {
    FindLinks();
    FindJoined(a_, &left_used_, b_, &right_used_, false);
    FindJoined(b_, &right_used_, a_, &left_used_, true);
    FindInitials(a_, &left_used_, b_, &right_used_, false);
    FindInitials(b_, &right_used_, a_, &left_used_, true);
    const double score = Score();
    const bool people =
        !organisation_ && !(HasOpenOwn(a_, left_used_) && HasOpenOwn(b_, right_used_));
    if (score < kOneHangulScore && people && HaveOneHangulName(a_, b_)) {
      result_.Reset();
      result_.score = kOneHangulScore;
      result_.Remark(NameReason::kOneHangul, TextOf(a_), TextOf(b_));
      return;
    }
    if (score < kOneHanScore && people && HaveOneHanName(a_, b_)) {
      result_.Reset();
      result_.score = kOneHanScore;
      result_.Remark(NameReason::kOneHan, TextOf(a_), TextOf(b_));
      return;
    }
    result_.score = score;
    WriteRemarks();
  }

 private:
  // Yoko and Yuko are known as two names, whatever one spelling of other names they may be.
  static bool HasOpenOwn(const Words& words, const UsedWords& used) {
    size_t i = 0;
    return std::any_of(words.begin(), words.end(),
                       [&](const LatinWord& word) { return !used[i++] && word.own; });
  }

  void FindLinks() {
    candidates_ = 0;
    for (size_t i = 0; i < a_.size(); ++i) {
      for (size_t j = 0; j < b_.size(); ++j) {
        NameReason reason{};
        const double likeness = WordLikeness(a_[i], b_[j], organisation_, &reason);
        if (likeness == 0) continue;
        candidates_list_[candidates_++] = {likeness, reason, static_cast<uint8_t>(i),
                                           static_cast<uint8_t>(j)};
      }
    }
    // The likest first; of equally like ones those that stand in one place.
    std::sort(candidates_list_.begin(), candidates_list_.begin() + candidates_,
              [](const Candidate& x, const Candidate& y) {
                if (x.likeness != y.likeness) return x.likeness > y.likeness;
                const int x_apart = std::abs(x.left - x.right);
                const int y_apart = std::abs(y.left - y.right);
                if (x_apart != y_apart) return x_apart < y_apart;
                return std::min(x.left, x.right) < std::min(y.left, y.right);
              });
    for (size_t i = 0; i < candidates_; ++i) {
      const Candidate& found = candidates_list_[i];
      const WordLink link = {found.left, found.right, found.likeness, found.reason};
      if (left_used_[link.left] || right_used_[link.right]) continue;
      Take(link, a_[link.left].weight + b_[link.right].weight);
      left_used_[link.left] = right_used_[link.right] = true;
    }
  }

  void Take(const WordLink& link, int weight) {
    if (links_ == links_list_.size()) return;
    links_list_[links_++] = link;
    matched_ += weight * link.likeness;
    if (link.reason != NameReason::kEqual) all_equal_ = false;
  }

  // "abd al rahman" and "abdalrahman": neighbours of one name that are one word of the other.
  void FindJoined(const Words& parts, UsedWords* parts_used, const Words& whole,
                  UsedWords* whole_used, bool swapped) {
    for (size_t i = 0; i + 1 < parts.size(); ++i) {
      if (AnyUsed(*parts_used, i, 2)) continue;
      for (size_t j = 0; j < whole.size(); ++j) {
        if ((*whole_used)[j] || whole[j].size < 4 || parts[i].text[0] != whole[j].text[0]) continue;
        for (size_t count = 2; count <= 3 && i + count <= parts.size(); ++count) {
          if (AnyUsed(*parts_used, i, count)) break;
          const double likeness = JoinedLikeness(parts, i, count, whole[j]);
          if (likeness == 0) continue;
          int weight = 0;
          for (size_t k = i; k < i + count; ++k) {
            (*parts_used)[k] = true;
            weight += parts[k].weight;
          }
          (*whole_used)[j] = true;
          Take(LinkOfParts(i, count, j, likeness, NameReason::kJoined, swapped),
               weight + whole[j].weight);
          break;
        }
      }
    }
  }

  // `count` words from `part` on that answer to one; `swapped`: the parts are words of the right.
  static WordLink LinkOfParts(size_t part, size_t count, size_t whole, double likeness,
                              NameReason reason, bool swapped) {
    const auto many = static_cast<uint8_t>(part);
    const auto one = static_cast<uint8_t>(whole);
    const auto words = static_cast<uint8_t>(count);
    if (swapped) return {one, many, likeness, reason, 1, words};
    return {many, one, likeness, reason, words, 1};
  }

  // "jk" and "james kenneth", "nbt" and "northern bulk transport": the first letters of neighbours.
  void FindInitials(const Words& parts, UsedWords* parts_used, const Words& whole,
                    UsedWords* whole_used, bool swapped) {
    for (size_t j = 0; j < whole.size(); ++j) {
      if ((*whole_used)[j] || !MayBeInitials(whole[j])) continue;
      for (size_t i = 0; i < parts.size(); ++i) {
        const size_t end = EndOfInitials(parts, *parts_used, i, whole[j].Text());
        if (end == 0 || !MayBeCalled(whole[j], std::span(parts).subspan(i, end - i))) continue;
        int weight = whole[j].weight;
        for (size_t k = i; k < end; ++k) {
          (*parts_used)[k] = true;
          weight += parts[k].weight;
        }
        (*whole_used)[j] = true;
        Take(LinkOfParts(i, end - i, j, kInitialsLikeness, NameReason::kInitial, swapped), weight);
        break;
      }
    }
  }

  // Firms are called by any letters; the initials of people are told from short names only when
  // they have no vowel.
  bool MayBeInitials(const LatinWord& word) const {
    constexpr size_t kLettersMax = 6;
    if (word.kind != WordKind::kPlain || word.number || word.size > kLettersMax) return false;
    if (organisation_) return word.size >= 2;
    return word.size >= 2 && word.size <= 3 &&
           word.Text().find_first_of("aeiouy") == std::string_view::npos;
  }

  // Of two letters only descriptions are known: "information technology" is IT. Anything else
  // begins with two letters too often.
  static bool MayBeCalled(const LatinWord& letters, std::span<const LatinWord> words) {
    return letters.size > 2 || letters.initial() ||
           letters.Text().find_first_of("aeiouy") == std::string_view::npos ||
           std::all_of(words.begin(), words.end(),
                       [](const LatinWord& word) { return word.weight <= kLightWeight; });
  }

  // The end of the unused words from `at` on that begin with these letters; words like "of" may be
  // skipped. 0: none.
  static size_t EndOfInitials(const Words& words, const UsedWords& used, size_t at,
                              std::string_view letters) {
    size_t found = 0;
    while (at < words.size() && !used[at] && found < letters.size()) {
      const LatinWord& word = words[at++];
      if (word.text[0] == letters[found]) {
        ++found;
      } else if (found == 0 || word.weight > kLinkWeight) {
        return 0;
      }
    }
    return found == letters.size() ? at : 0;
  }

  static bool AnyUsed(const UsedWords& used, size_t from, size_t count) {
    return std::any_of(used.begin() + static_cast<std::ptrdiff_t>(from),
                       used.begin() + static_cast<std::ptrdiff_t>(from + count),
                       [](bool each) { return each; });
  }

  // Of parts that begin with the letter of the whole.
  static double JoinedLikeness(const Words& parts, size_t from, size_t count,
                               const LatinWord& whole) {
    LatinWord joined;
    for (size_t i = from; i < from + count; ++i) {
      for (const char c : parts[i].Text()) {
        if (joined.size < kWordLettersMax) joined.text[joined.size++] = c;
      }
    }
    if (joined.Text() == whole.Text()) return kJoinedLikeness;
    if (std::abs(joined.size - whole.size) > 3) return 0;
    joined.sound_size = static_cast<uint8_t>(SoundOf(joined.Text(), joined.sound));
    joined.consonants = ConsonantsOf(joined.Sound());
    joined.consonants_only = parts[from].consonants_only;
    const double likeness = SpellingLikeness(joined, whole);
    if (likeness == 0 || joined.consonants_only || whole.consonants_only) {
      return likeness * kJoinedLikeness;
    }
    const auto pieces = std::span(parts).subspan(from, count);
    return ArePieces(pieces, whole.Sound()) ? likeness * kJoinedLikeness : 0;
  }

  // "pak yong" is not "pyong": each of the parts is a piece of the whole, in their order. Particles
  // come and go.
  static bool ArePieces(std::span<const LatinWord> parts, std::string_view sound) {
    const LatinWord& first = parts.front();
    if (parts.size() == 1) return IsPiece(first, sound);
    for (size_t end = 0; end <= sound.size(); ++end) {
      if (IsPiece(first, sound.substr(0, end)) && ArePieces(parts.subspan(1), sound.substr(end))) {
        return true;
      }
    }
    return false;
  }

  static bool IsPiece(const LatinWord& part, std::string_view sound) {
    constexpr double kLeast = 0.74;
    return part.kind == WordKind::kParticle ||
           SoundLikeness(part.Sound(), sound, SoundScale::kSpelling, kLeast) > 0;
  }

  double Score() {
    int all = 0;
    int left_all = 0;
    int left_open = 0;
    int right_open = 0;
    int left_heavy = 0;
    int right_heavy = 0;
    bool number_open = false;
    for (size_t i = 0; i < a_.size(); ++i) {
      left_all += a_[i].weight;
      if (left_used_[i]) continue;
      left_open += a_[i].weight;
      if (a_[i].weight > kLightWeight) left_heavy += a_[i].weight;
      number_open = number_open || a_[i].number;
    }
    all = left_all;
    for (size_t j = 0; j < b_.size(); ++j) {
      all += b_[j].weight;
      if (right_used_[j]) continue;
      right_open += b_[j].weight;
      if (b_[j].weight > kLightWeight) right_heavy += b_[j].weight;
      number_open = number_open || b_[j].number;
    }
    if (all == 0) return 0;
    open_ = left_open > 0 || right_open > 0;
    const double base = matched_ / all;
    const LinkedWords linked = {a_, b_, std::span(links_list_.data(), links_), left_used_,
                                right_used_};
    if (AreToldApart(linked, organisation_)) return std::min(base, kOtherScore);
    if (!open_) return base * OrderFactor();
    if (left_open > 0 && right_open > 0) {
      const double least_side = std::max(1, std::min(left_all, all - left_all));
      return std::max(0.0, base - 0.25 * std::min(left_open, right_open) / least_side);
    }
    if (left_heavy + right_heavy == 0) return 0.5 + 0.5 * base;
    if (number_open) return base * 0.85;
    if (StrongMatches() >= 2)
      return (organisation_ ? 0.45 : 0.6) + (organisation_ ? 0.5 : 0.4) * base;
    return base * 0.95;
  }

  int StrongMatches() const {
    int count = 0;
    for (size_t i = 0; i < links_; ++i) {
      const WordLink& link = links_list_[i];
      if (a_[link.left].weight >= kStrongWeight && b_[link.right].weight >= kStrongWeight) {
        count += link.reason == NameReason::kJoined ? 2 : 1;
      }
    }
    return count;
  }

  double OrderFactor() {
    for (size_t i = 0; i < links_; ++i) {
      for (size_t j = 0; j < i; ++j) {
        const WordLink& x = links_list_[i];
        const WordLink& y = links_list_[j];
        if ((x.left < y.left) != (x.right < y.right)) moved_ = true;
      }
    }
    return moved_ ? 0.99 : 1;
  }

  void WriteRemarks() {
    result_.same = !open_ && !moved_ && all_equal_;
    if (result_.remarks == nullptr) return;
    if (all_equal_ && !open_) {
      result_.Remark(moved_ ? NameReason::kOrder : NameReason::kEqual, "", "");
      return;
    }
    for (size_t i = 0; i < links_; ++i) {
      const WordLink& link = links_list_[i];
      result_.Remark(link.reason, TextOf(std::span(a_).subspan(link.left, link.left_count)),
                     TextOf(std::span(b_).subspan(link.right, link.right_count)));
    }
    std::string left;
    std::string right;
    CollectOpen(a_, left_used_, &left);
    CollectOpen(b_, right_used_, &right);
    if (!left.empty() && !right.empty()) {
      result_.Remark(NameReason::kDiffers, left, right);
    } else if (open_) {
      result_.Remark(NameReason::kLeftOut, left, right);
    }
    if (moved_) result_.Remark(NameReason::kOrder, "", "");
  }

  static void CollectOpen(const Words& words, const UsedWords& used, std::string* out) {
    for (size_t i = 0; i < words.size(); ++i) {
      if (used[i]) continue;
      if (!out->empty()) *out += ' ';
      *out += words[i].Text();
    }
  }

  const Words& a_;
  const Words& b_;
  const bool organisation_;
  Comparison& result_;
  std::array<Candidate, kNameWordsMax * kNameWordsMax> candidates_list_;
  size_t candidates_ = 0;
  std::array<WordLink, kNameWordsMax> links_list_;
  size_t links_ = 0;
  UsedWords left_used_ = {};
  UsedWords right_used_ = {};
  double matched_ = 0;
  bool all_equal_ = true;
  bool open_ = false;
  bool moved_ = false;
};

// Fields of banks are hardly shorter; a shorter beginning may be another person's whole name.
constexpr size_t kCutLettersMin = 18;
constexpr double kCutScore = 0.9;

size_t TotalLetters(const Words& words) {
  size_t letters = 0;
  for (const LatinWord& word : words) letters += word.size;
  return letters;
}

// "maximiliane placeholder bei": the words of the longer name as far as the field went, which ended
// within a word.
bool IsCutOf(const Words& cut, const Words& whole) {
  if (cut.size() < 2 || cut.size() > whole.size() || TotalLetters(cut) < kCutLettersMin) {
    return false;
  }
  const size_t last = cut.size() - 1;
  for (size_t i = 0; i < last; ++i) {
    if (cut[i].Text() != whole[i].Text()) return false;
  }
  return cut[last].size < whole[last].size && whole[last].Text().starts_with(cut[last].Text());
}

}  // namespace

void CompareWords(const Words& a, const Words& b, bool organisation, Comparison* result) {
  if (a.empty() || b.empty()) return;
  WordComparison(a, b, organisation, result).Run();
  if (result->score >= kCutScore || organisation) return;
  if (!IsCutOf(a, b) && !IsCutOf(b, a)) return;
  result->Reset();
  result->score = kCutScore;
  if (result->remarks != nullptr) result->Remark(NameReason::kCut, TextOf(a), TextOf(b));
}

}  // namespace sekisho
