// The lists in force in a program that runs long: replaced as a whole, without a stop.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/status.h"
#include "lists/list_folder.h"
#include "lists/list_set.h"

namespace sekisho {

struct ListReload {
  enum class Outcome {
    kLoaded,     // the new set is in force
    kUnchanged,  // the folder holds what is in force; the same set stays
    kKept,       // the new set must not be used; the one before stays
  };
  Outcome outcome = Outcome::kKept;
  std::string reason;                    // why kKept, and what to do; "" otherwise
  std::vector<Diagnostic> diagnostics;   // of what was read, with file and line
  std::shared_ptr<const ListSet> lists;  // in force after this reload; never null
};

// Who looks something up holds on to the set it got, and sees the same lists from the start of its
// work to the end. Memory: while a reload runs, the old set and the new one are both there.
// Thread-safe.
class LiveLists {
 public:
  // Reads the folder anew; a seam, so that nothing here knows the disk. Called by one thread at a
  // time.
  using Loader = std::function<StatusOr<ListLoad>()>;

  // `first` is not null.
  LiveLists(std::shared_ptr<const ListSet> first, Loader loader);

  // Never null. Waits for no reload: the lock is held while a pointer is copied, nothing else.
  std::shared_ptr<const ListSet> Current() const;

  // Reads the folder and, in one step, puts the new set in force, or keeps the one before. Kept it
  // is, as a whole, when WhyKept says so or the folder cannot be read.
  ListReload Reload();

 private:
  const Loader loader_;
  std::mutex loading_;  // one reload at a time
  mutable std::mutex mutex_;
  std::shared_ptr<const ListSet> current_;
};

// Why `fresh` must not replace `old`, and what to do; "" when it may.
//
// An entry that goes from a list turns an address from listed into not listed, and nothing shows
// that it did: when two lists tell VPN services and one of them fails, the other still answers,
// "not in the lists". So a reload never makes fewer lists speak unless lists.yml says so. The old
// set stays as a whole, because lists that stand in one manifest were chosen together; it still
// goes stale by the days in lists.yml, so that waiting too long ends in "not evaluated". The set
// stays when
// * lists.yml cannot be read, or an entry of it cannot;
// * a list that lists.yml names cannot be used. Where the same list is missing already, nothing is
//   lost by going on, and it does not stop the others from being replaced;
// * a list looks cut off or changed in form: it holds fewer than half of the entries, its last line
//   has no end where that of the list in force has one, or it brings nothing of a part that it
//   brought. A text that was cut reads as a shorter list without a mistake, so this can only be
//   guessed; it is not, where lists.yml gives the `sha256` of the file.
// A list that lists.yml names no more goes, because a person took it out; lines that cannot be read
// are left out and reported, as at the start.
std::string WhyKept(const ListSet& old, const ListLoad& fresh);

}  // namespace sekisho
