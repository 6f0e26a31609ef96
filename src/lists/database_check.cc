#include "lists/database_check.h"

#include <algorithm>

#include "core/limits.h"

namespace sekisho {
namespace {

constexpr std::string_view kMarker = "\xab\xcd\xefMaxMind.com";
constexpr size_t kMetadataBytesMax = 128 << 10;

// Types of values.
constexpr uint8_t kPointer = 1, kDouble = 3, kUint16 = 5, kUint32 = 6, kMap = 7, kInt32 = 8,
                  kUint64 = 9, kUint128 = 10, kArray = 11, kBoolean = 14, kFloat = 15;

// The most bytes that a value of the type may have; 0 for what has its size in the head.
uint64_t BytesMax(uint8_t type) {
  switch (type) {
    case kDouble:
    case kUint64:
      return 8;
    case kUint16:
      return 2;
    case kUint32:
    case kInt32:
    case kFloat:
      return 4;
    case kUint128:
      return 16;
    default:
      return UINT64_MAX;
  }
}

}  // namespace

static_assert(kMarker.size() == kDatabaseMarkerBytes);

size_t FindDatabaseMetadata(std::string_view bytes) {
  const size_t found = bytes.rfind(kMarker);
  if (found == std::string_view::npos || bytes.size() - found > kMetadataBytesMax) {
    return std::string_view::npos;
  }
  return found;
}

DatabaseValues::DatabaseValues(std::string_view section)
    : section_(section), seen_(section.size()) {}

bool DatabaseValues::Check(size_t offset, std::string* problem) {
  pending_.assign(1, offset);
  while (!pending_.empty()) {
    const size_t next = pending_.back();
    pending_.pop_back();
    if (next >= section_.size()) {
      *problem = "a pointer leads out of the data";
      return false;
    }
    if (seen_[next]) continue;
    seen_[next] = true;
    if (!CheckOne(next, problem)) return false;
  }
  return true;
}

// The value at `offset` with all that lies inside it. What it points to is put on the list.
bool DatabaseValues::CheckOne(size_t offset, std::string* problem) {
  std::vector<uint64_t> open = {1};  // by level: values that are still to come
  size_t values = 0;
  size_t at = offset;
  while (!open.empty()) {
    if (open.back() == 0) {
      open.pop_back();
      continue;
    }
    --open.back();
    Head head;
    if (const char* const wrong = ReadHead(at, &head)) {
      *problem = wrong;
      return false;
    }
    // Real files look at each byte about once.
    if (++values > limits::kDatabaseValuesMax || ++steps_ > 64 + 8 * section_.size()) {
      *problem = "a record has too many values";
      return false;
    }
    at = head.payload;
    if (head.type == kPointer) {
      if (head.target >= section_.size()) {
        *problem = "a pointer leads out of the data";
        return false;
      }
      Head target;
      if (ReadHead(head.target, &target) == nullptr && target.type == kPointer) {
        *problem = "a pointer leads to a pointer";
        return false;
      }
      pending_.push_back(head.target);
    } else if (head.type == kMap || head.type == kArray) {
      open.push_back(head.type == kMap ? 2 * head.size : head.size);
      if (open.size() > static_cast<size_t>(limits::kDatabaseNestingMax)) {
        *problem = "a record is nested too deeply";
        return false;
      }
    } else if (head.type != kBoolean) {
      at += head.size;
    }
  }
  return true;
}

// Null when all is well, else what is wrong.
const char* DatabaseValues::ReadHead(size_t offset, Head* head) const {
  if (offset >= section_.size()) return "a value lies outside of the data";
  const auto byte = [this](size_t at) { return static_cast<uint8_t>(section_[at]); };
  const uint8_t control = byte(offset);
  size_t at = offset + 1;
  head->type = static_cast<uint8_t>(control >> 5U);
  if (head->type == kPointer) return ReadPointer(control, at, head);
  if (head->type == 0) {
    if (at >= section_.size()) return "a value is cut off";
    const unsigned extended = byte(at++) + 7U;
    if (extended > kFloat || extended < kInt32 || extended == 12 || extended == 13) {
      return "a value has a type that is not known";
    }
    head->type = static_cast<uint8_t>(extended);
  }
  head->size = control & 0x1fU;
  if (head->size >= 29) {
    const size_t more = head->size - 28;
    if (section_.size() - at < more) return "a value is cut off";
    constexpr uint64_t kBase[] = {29, 285, 65821};
    uint64_t size = 0;
    for (size_t i = 0; i < more; ++i) size = size << 8U | byte(at++);
    head->size = kBase[more - 1] + size;
  }
  head->payload = at;
  const bool holds_values = head->type == kMap || head->type == kArray;
  if (holds_values && head->size > limits::kDatabaseValuesMax) return "a record is too large";
  if (head->type == kBoolean) return head->size > 1 ? "a truth value is neither" : nullptr;
  if (holds_values) return nullptr;
  if (head->size > section_.size() - at) return "a value is cut off";
  return head->size > BytesMax(head->type) ? "a number has too many bytes" : nullptr;
}

const char* DatabaseValues::ReadPointer(uint8_t control, size_t at, Head* head) const {
  const size_t bytes = 1 + (control >> 3U & 3U);
  if (section_.size() - at < bytes) return "a pointer is cut off";
  constexpr uint64_t kBase[] = {0, 2048, 526336, 0};
  uint64_t target = bytes == 4 ? 0 : control & 7U;
  for (size_t i = 0; i < bytes; ++i) target = target << 8U | static_cast<uint8_t>(section_[at + i]);
  head->target = target + kBase[bytes - 1];
  head->payload = at + bytes;
  return nullptr;
}

}  // namespace sekisho
