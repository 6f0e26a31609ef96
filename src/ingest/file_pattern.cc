#include <algorithm>

#include "ingest/table_mapping.h"

namespace sekisho {
namespace {

constexpr size_t kPatternBytesMax = 200;
constexpr size_t kNameBytesMax = 4096;
constexpr size_t kTimeBytesMax = 40;
constexpr int kAnyMax = 2;

std::string_view WithoutPacking(std::string_view path) {
  for (const std::string_view end : {".gz", ".zst", ".zstd"}) {
    if (path.ends_with(end)) return path.substr(0, path.size() - end.size());
  }
  return path;
}

// The last `count` names of a path.
std::string_view LastNames(std::string_view path, size_t count) {
  size_t at = path.size();
  for (size_t i = 0; i < count; ++i) {
    if (at == 0) return path;
    const size_t slash = path.rfind('/', at - 1);
    if (slash == std::string_view::npos) return path;
    at = slash;
  }
  return path.substr(at + 1);
}

}  // namespace

StatusOr<FilePattern> FilePattern::Parse(std::string_view pattern,
                                         const std::optional<CivilZone>& zone) {
  if (pattern.empty() || pattern.size() > kPatternBytesMax || pattern.front() == '/') {
    return InvalidInput("a name of files has 1 to " + std::to_string(kPatternBytesMax) +
                        " bytes and does not begin with /");
  }
  FilePattern made;
  made.text_ = std::string(pattern);
  made.forms_.zone = zone;
  for (size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '*') {
      made.parts_.push_back({Part::Kind::kAny, ""});
    } else if (pattern[at] == '{') {
      const size_t close = pattern.find('}', at);
      if (close == std::string_view::npos) return InvalidInput("a brace is never closed");
      if (made.has_time()) return InvalidInput("a name of files has one time in braces");
      StatusOr<TimeForm> form = TimeForm::Parse(pattern.substr(at + 1, close - at - 1));
      if (!form.ok()) return form.status();
      if (!form->has_offset() && !zone) {
        return InvalidInput("the time in the name needs a stated `zone`");
      }
      made.forms_.forms.push_back(*std::move(form));
      made.parts_.push_back({Part::Kind::kTime, ""});
      at = close;
    } else {
      if (made.parts_.empty() || made.parts_.back().kind != Part::Kind::kText) {
        made.parts_.push_back({Part::Kind::kText, ""});
      }
      made.parts_.back().text += pattern[at];
    }
  }
  if (std::count(pattern.begin(), pattern.end(), '*') > kAnyMax) {
    return InvalidInput("a name of files has at most " + std::to_string(kAnyMax) + " *");
  }
  return made;
}

bool FilePattern::Matches(std::string_view path, std::optional<int64_t>* taken_ms) const {
  taken_ms->reset();
  const std::string_view plain = WithoutPacking(path);
  if (plain.size() > kNameBytesMax) return false;
  const auto slashes = static_cast<size_t>(std::count(text_.begin(), text_.end(), '/'));
  return MatchesFrom(0, LastNames(plain, slashes + 1), taken_ms);
}

bool FilePattern::MatchesTime(size_t part, std::string_view name,
                              std::optional<int64_t>* taken_ms) const {
  for (size_t size = 1; size <= std::min(name.size(), kTimeBytesMax); ++size) {
    if (!MatchesFrom(part + 1, name.substr(size), taken_ms)) continue;
    const StatusOr<int64_t> time_ms = forms_.Read(name.substr(0, size));
    if (!time_ms.ok()) continue;
    *taken_ms = *time_ms;
    return true;
  }
  return false;
}

bool FilePattern::MatchesFrom(size_t part, std::string_view name,
                              std::optional<int64_t>* taken_ms) const {
  if (part == parts_.size()) return name.empty();
  switch (parts_[part].kind) {
    case Part::Kind::kText:
      return name.starts_with(parts_[part].text) &&
             MatchesFrom(part + 1, name.substr(parts_[part].text.size()), taken_ms);
    case Part::Kind::kTime:
      return MatchesTime(part, name, taken_ms);
    case Part::Kind::kAny:
      for (size_t size = 0; size <= name.size(); ++size) {
        if (MatchesFrom(part + 1, name.substr(size), taken_ms)) return true;
        if (size < name.size() && name[size] == '/') return false;
      }
  }
  return false;
}

}  // namespace sekisho
