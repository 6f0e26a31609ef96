// Hits that a person has looked at and found to be somebody else: with who said so, why and until
// when. They are shown, never hidden, and end by themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "screening/entry.h"
#include "screening/screener.h"

namespace sekisho {

struct ScreenException {
  std::string list;         // "ofac"
  std::string entry;        // "12211"
  std::string fingerprint;  // of the entry as it was then; another entry is another question
  std::string name;         // the name that was looked up
  std::string who;
  std::string why;
  std::string until;  // "2027-03-31", the last day
  // Of the hit that was looked at. When more identifiers agree, that is another question: the name
  // may be that of another customer.
  HitLevel level = HitLevel::kLow;
};

// Of everything that is known of an entry: changes when the list changes it.
std::string FingerprintOf(const ListedEntry& entry);

enum class ExceptionState { kNone, kHolds, kEnded, kEntryChanged, kLevelRaised };

struct ExceptionMatch {
  ExceptionState state = ExceptionState::kNone;
  const ScreenException* exception = nullptr;
};

class ScreenExceptions {
 public:
  // CSV with the columns list, entry, fingerprint, name, who, why, until, level; none of them may
  // be empty. A file of before, without the last, is read as if the level were low. A file that
  // does not exist holds no exception.
  static StatusOr<ScreenExceptions> Read(const std::string& path);

  // Puts one behind the others, in the file too, which is made when it does not exist. Refuses
  // empty fields, dates that are none, and days before `today`, which is "2026-11-23". A file of
  // before gets the column level.
  static Status Append(const std::string& path, const ScreenException& exception,
                       std::string_view today);

  // The exception for this name and entry, whose hit now has this level; one that holds is
  // preferred. Names are equal when only width, case, marks and punctuation differ.
  ExceptionMatch Find(std::string_view name, const WatchList& list, const ListedEntry& entry,
                      HitLevel level, std::string_view today) const;

  size_t size() const { return exceptions_.size(); }

 private:
  std::vector<ScreenException> exceptions_;
  bool has_levels_ = true;  // the file has the column level
};

}  // namespace sekisho
