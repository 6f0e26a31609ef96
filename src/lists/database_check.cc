#include "lists/database_check.h"

#include <algorithm>

#include "core/limits.h"

namespace sekisho {
namespace {

constexpr std::string_view kMarker = "\xab\xcd\xefMaxMind.com";
constexpr size_t kMetadataBytesMax = 128 << 10;
constexpr size_t kTypeBytesMax = 100;

// Types of values.
constexpr uint8_t kPointer = 1, kText = 2, kDouble = 3, kUint16 = 5, kUint32 = 6, kMap = 7,
                  kInt32 = 8, kUint64 = 9, kUint128 = 10, kArray = 11, kBoolean = 14, kFloat = 15;

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

// A value with its head; of at most 28 bytes, or of 28 to 284 with a second byte of size.
void Append(uint8_t type, std::string_view payload, std::string* out) {
  const size_t size = payload.size();
  const auto shown = static_cast<uint8_t>(std::min<size_t>(size, 29));
  out->push_back(static_cast<char>(type > 7 ? shown : type << 5U | shown));
  if (type > 7) out->push_back(static_cast<char>(type - 7));
  if (size >= 29) out->push_back(static_cast<char>(size - 29));
  out->append(payload);
}

void AppendNumber(std::string_view key, uint8_t type, uint64_t number, std::string* out) {
  Append(kText, key, out);
  std::string bytes(BytesMax(type), '\0');
  for (size_t i = bytes.size(); i-- > 0; number >>= 8U) bytes[i] = static_cast<char>(number);
  Append(type, bytes, out);
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

bool ReadDatabaseMetadata(std::string_view section, DatabaseMetadata* metadata,
                          std::string* problem) {
  DatabaseValues values(section);
  if (!values.Check(0, problem)) return false;
  uint64_t format = 0;
  for (const DatabaseValues::Member& member : values.Members()) {
    const uint64_t number = member.number.value_or(0);
    if (member.key == "node_count") metadata->node_count = number;
    if (member.key == "record_size") metadata->record_size = number;
    if (member.key == "ip_version") metadata->ip_version = number;
    if (member.key == "binary_format_major_version") format = number;
    if (member.key == "database_type") metadata->type = member.text.substr(0, kTypeBytesMax);
  }
  const uint64_t size = metadata->record_size;
  if (format != 2) {
    *problem = "the version of the format is not 2";
  } else if (metadata->node_count == 0 || metadata->node_count > UINT32_MAX) {
    *problem = "the number of nodes is missing";
  } else if (size != 24 && size != 28 && size != 32) {
    *problem = "the size of a record is not 24, 28 or 32 bits";
  } else if (metadata->ip_version != 4 && metadata->ip_version != 6) {
    *problem = "the version of the addresses is neither 4 nor 6";
  } else {
    return true;
  }
  return false;
}

std::string WriteDatabaseMetadata(const DatabaseMetadata& metadata) {
  std::string out(kMarker);
  out.push_back(static_cast<char>(kMap << 5U | 9));
  AppendNumber("node_count", kUint32, metadata.node_count, &out);
  AppendNumber("record_size", kUint16, metadata.record_size, &out);
  AppendNumber("ip_version", kUint16, metadata.ip_version, &out);
  AppendNumber("binary_format_major_version", kUint16, 2, &out);
  AppendNumber("binary_format_minor_version", kUint16, 0, &out);
  AppendNumber("build_epoch", kUint64, 1, &out);  // 0 is refused
  Append(kText, "database_type", &out);
  Append(kText, metadata.type, &out);
  Append(kText, "languages", &out);
  Append(kArray, "", &out);
  Append(kText, "description", &out);
  Append(kMap, "", &out);
  return out;
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

// The head of the value at `at`, or of the one that it points to; returns where that one begins.
size_t DatabaseValues::Follow(size_t at, Head* head) const {
  ReadHead(at, head);
  if (head->type != kPointer) return at;
  const size_t target = head->target;
  ReadHead(target, head);
  return target;
}

// Where the value at `at` ends, with all that lies inside it.
size_t DatabaseValues::Behind(size_t at) const {
  for (uint64_t open = 1; open > 0; --open) {
    Head head;
    if (ReadHead(at, &head) != nullptr) return section_.size();
    at = head.payload;
    if (head.type == kMap) {
      open += 2 * head.size;
    } else if (head.type == kArray) {
      open += head.size;
    } else if (head.type != kPointer && head.type != kBoolean) {
      at += head.size;
    }
  }
  return at;
}

size_t DatabaseValues::Target(size_t offset) const {
  Head head;
  return Follow(offset, &head);
}

void DatabaseValues::Entries(size_t offset, std::vector<Entry>* entries) const {
  entries->clear();
  Head map;
  Follow(offset, &map);
  if (map.type != kMap) return;
  size_t at = map.payload;
  for (uint64_t i = 0; i < map.size; ++i) {
    Entry entry;
    Head head;
    Follow(at, &head);
    if (head.type == kText) entry.key = section_.substr(head.payload, head.size);
    at = Behind(at);
    entry.value = Follow(at, &head);
    entry.is_map = head.type == kMap;
    entry.is_shared = entry.value != at;
    at = Behind(at);
    entries->push_back(entry);
  }
}

std::vector<DatabaseValues::Member> DatabaseValues::Members() const {
  std::vector<Entry> entries;
  if (!section_.empty()) Entries(0, &entries);
  std::vector<Member> members;
  for (const Entry& entry : entries) {
    Member member{entry.key, {}, {}};
    Head head;
    ReadHead(entry.value, &head);
    if (head.type == kText) member.text = section_.substr(head.payload, head.size);
    if (head.type == kUint16 || head.type == kUint32 || head.type == kUint64) {
      uint64_t number = 0;
      for (size_t byte = 0; byte < head.size; ++byte) {
        number = number << 8U | static_cast<uint8_t>(section_[head.payload + byte]);
      }
      member.number = number;
    }
    members.push_back(member);
  }
  return members;
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
  const size_t form = static_cast<size_t>(control >> 3U) & 3U;
  const size_t bytes = form + 1;
  if (section_.size() - at < bytes) return "a pointer is cut off";
  const uint64_t base = form == 1 ? 2048 : form == 2 ? 526336 : 0;
  uint64_t target = bytes == 4 ? 0 : control & 7U;
  for (size_t i = 0; i < bytes; ++i) target = target << 8U | static_cast<uint8_t>(section_[at + i]);
  head->target = target + base;
  head->payload = at + bytes;
  return nullptr;
}

}  // namespace sekisho
