// JsonDecoder: lists and all that stands in them, which follows no learned order.
#include <algorithm>

#include "absl/strings/match.h"
#include "core/status.h"
#include "ingest/json_decoder.h"
#include "ingest/json_text.h"
#include "ingest/mapping.h"

namespace sekisho {
bool JsonDecoder::ReadList(Path* path, int depth) {
  const size_t at = At();
  gathered_.clear();
  return ReadFreely(path, depth) && AddGathered(path, at);
}

bool JsonDecoder::ReadFreely(Path* path, int depth) {
  const char first = Peek();
  if (first == '{' || first == '[') {
    if (!CheckNesting(depth + 1)) return false;
    ++cursor_;
    return first == '{' ? ReadFreeObject(path, depth + 1) : ReadFreeItems(path, depth + 1);
  }
  RawValue value;
  if (!ReadScalar(&value)) return false;
  if (path == nullptr) return true;
  if (gathered_.size() >= limits::kListItemsMax) {
    builder_->DropListItem();
  } else {
    gathered_.emplace_back(path, builder_->Cut(value));
  }
  return true;
}

bool JsonDecoder::ReadFreeItems(Path* path, int depth) {
  if (Peek() == ']') {
    ++cursor_;
    return true;
  }
  while (true) {
    if (!ReadFreely(path, depth)) return false;
    const char next = Peek();
    if (next != ',' && next != ']') return Unexpected("a comma or ]");
    ++cursor_;
    if (next == ']') return true;
  }
}

bool JsonDecoder::ReadFreeObject(Path* path, int depth) {
  const size_t begin = At() - 1;
  const size_t first = gathered_.size();
  if (!ReadFreeMembers(path, depth)) return false;
  if (path != nullptr && path->pairs != nullptr) {
    const size_t end = std::min<size_t>(offsets_[cursor_], line_end_) - line_start_;
    AddPair(*path, first, begin, end);
  }
  return true;
}

// What stands in `gathered_` from `first` on was read from [begin, end) of the line, one object of
// a list of names and values: it also becomes the member of the list that is named so.
void JsonDecoder::AddPair(const Path& list, size_t first, size_t begin, size_t end) {
  const auto find = [&](std::string_view lower) -> const Value* {
    for (size_t i = first; i < gathered_.size(); ++i) {
      const Value& value = gathered_[i].second;
      const bool filled = value.present() && !value.text.empty();
      if (filled && absl::EqualsIgnoreCase(gathered_[i].first->name, ToAbsl(lower))) return &value;
    }
    return nullptr;
  };
  const Value* const name = find(list.pairs->name);
  if (name == nullptr) return;
  Path* const member = paths_->Find(list.name + "." + std::string(name->text));
  if (member->forbidden) {
    ++member->count;
    while (end > begin && line_[end - 1] != '}') --end;
    redacted_.emplace_back(begin, end);
    std::sort(redacted_.begin(), redacted_.end());
    gathered_.resize(first);
    return;
  }
  if (!member->is_kept()) return;
  for (const std::string& path : list.pairs->values) {
    if (const Value* value = find(path)) {
      const Value kept = *value;
      gathered_.emplace_back(member, kept);
      return;
    }
  }
}

bool JsonDecoder::ReadFreeMembers(Path* path, int depth) {
  if (Peek() == '}') {
    ++cursor_;
    return true;
  }
  std::vector<std::string_view> names;
  while (true) {
    if (Peek() != '"') return Unexpected("the name of a field in double quotes");
    const size_t at = At();
    std::string_view name;
    if (!CountField() || !ReadString(&name)) return false;
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      return builder_->Fail(
          at, "the field \"" + std::string(CutUtf8(name, 60)) + "\" stands twice in this object");
    }
    names.push_back(name);
    if (Peek() != ':') return Unexpected("a colon");
    ++cursor_;
    Path* member = path == nullptr ? nullptr : paths_->Find(path->name + "." + std::string(name));
    const bool forbidden = member != nullptr && member->forbidden;
    if (forbidden ? !ReadForbidden(member, depth) : !ReadFreely(member, depth)) return false;
    const char next = Peek();
    if (next != ',' && next != '}') return Unexpected("a comma or }");
    ++cursor_;
    if (next == '}') return true;
  }
}

bool JsonDecoder::AddGathered(Path* list, size_t at) {
  if (gathered_.empty()) {
    items_.clear();
    return builder_->AddList(list, items_, at);
  }
  while (!gathered_.empty()) {
    Path* path = gathered_.front().first;
    items_.clear();
    for (const auto& [its_path, value] : gathered_) {
      if (its_path == path) items_.push_back(value);
    }
    if (!builder_->AddList(path, items_, at)) return false;
    std::erase_if(gathered_, [path](const auto& entry) { return entry.first == path; });
  }
  return true;
}

}  // namespace sekisho
