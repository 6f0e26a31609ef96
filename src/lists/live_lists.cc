#include "lists/live_lists.h"

#include <algorithm>
#include <utility>

#include "core/limits.h"

namespace sekisho {
namespace {

// The same list of another set, or null. One file may be several lists.
const ListInfo* FindList(const ListSet& set, const ListSpec& spec) {
  const auto found = std::find_if(set.lists().begin(), set.lists().end(), [&](const ListInfo& one) {
    return one.spec.file == spec.file && one.spec.kind == spec.kind &&
           one.spec.list_class == spec.list_class;
  });
  return found == set.lists().end() ? nullptr : &*found;
}

// What the list says no more, or may have lost.
std::string WhatIsLost(const ListInfo& old, const ListInfo& fresh) {
  if (fresh.entries * limits::kListShrinkMax < old.entries) {
    return "entries: " + std::to_string(fresh.entries) +
           ", in force: " + std::to_string(old.entries);
  }
  if (fresh.open_end && !old.open_end) return "its last line has no end";
  for (const ListPart part : old.parts.All()) {
    if (!fresh.parts.Has(part)) return "nothing about " + std::string(ListPartName(part));
  }
  return "";
}

}  // namespace

std::string WhyKept(const ListSet& old, const ListLoad& fresh) {
  if (!fresh.manifest_whole) return "an entry of lists.yml cannot be understood; correct it";
  for (const ListInfo& one : fresh.lists->lists()) {
    const ListInfo* const before = FindList(old, one.spec);
    if (!one.loaded) {
      if (before != nullptr && !before->loaded) continue;
      return one.spec.file + " cannot be used; put a good file there, or take it out of " +
             kListManifest;
    }
    if (before == nullptr || !before->loaded || !one.spec.sha256.empty()) continue;
    if (const std::string lost = WhatIsLost(*before, one); !lost.empty()) {
      return one.spec.file + " may be cut off (" + lost +
             "); if it is meant, write sha256: " + one.sha256 + " beside it in " + kListManifest;
    }
  }
  return "";
}

LiveLists::LiveLists(std::shared_ptr<const ListSet> first, Loader loader)
    : loader_(std::move(loader)), current_(std::move(first)) {}

std::shared_ptr<const ListSet> LiveLists::Current() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return current_;
}

ListReload LiveLists::Reload() {
  const std::lock_guard<std::mutex> one_at_a_time(loading_);
  ListReload reload;
  reload.lists = Current();
  StatusOr<ListLoad> load = loader_();
  if (!load.ok()) {
    reload.reason = std::string(ToStd(load.status().message()));
    return reload;
  }
  reload.diagnostics = std::move(load->diagnostics);
  const std::string& version = load->lists->version();
  if (!version.empty() && version == reload.lists->version()) {
    reload.outcome = ListReload::Outcome::kUnchanged;
    return reload;
  }
  reload.reason = WhyKept(*reload.lists, *load);
  if (!reload.reason.empty()) return reload;
  reload.outcome = ListReload::Outcome::kLoaded;
  reload.lists = load->lists;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    current_.swap(load->lists);
  }
  // The old set, if nobody holds it any more, is freed outside of the lock.
  return reload;
}

}  // namespace sekisho
