// JsonDecoder: lists and all that stands in them, which follows no learned order.
#include <algorithm>

#include "ingest/json_decoder.h"
#include "ingest/json_text.h"

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
