#include "service/reject_log.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/escaping.h"
#include "core/identity_mask.h"
#include "core/json_writer.h"
#include "core/utf8.h"

namespace sekisho {
namespace {

// Of a record in the summary; the whole stands in the file.
constexpr size_t kRawBytesShown = 200;

bool IsUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Utf8Character character = DecodeUtf8(text, at);
    if (!character.valid) return false;
    at += character.bytes;
  }
  return true;
}

std::string ToJson(const RejectedRecord& record) {
  std::string line;
  JsonWriter json(&line);
  json.BeginObject().Key("source").Text(record.source).Key("line").Count(record.line);
  json.Key("column");
  if (record.column == 0) {
    json.Null();
  } else {
    json.Count(record.column);
  }
  json.Key("reason").Text(record.reason);
  if (IsUtf8(record.raw)) {
    json.Key("raw").Text(record.raw);
  } else {
    json.Key("raw_base64").Text(absl::Base64Escape(record.raw));
  }
  json.EndObject();
  line.push_back('\n');
  return line;
}

}  // namespace

RejectLog::RejectLog(const std::vector<std::string>& sources) {
  for (const std::string& source : sources) {
    sources_.emplace(source == "-" ? "standard input" : source, sources_.size());
  }
}

void RejectLog::KeepAll(const TemporaryPlace& temporary) {
  file_.emplace(temporary, "leave out --rejects");
}

size_t RejectLog::SourceIndex(const std::string& name) const {
  const auto found = sources_.find(name);
  return found == sources_.end() ? sources_.size() : found->second;
}

void RejectLog::KeepIfFirst(const RejectedRecord& record) {
  const auto before = [this](const RejectedRecord& a, const RejectedRecord& b) {
    return std::tuple(SourceIndex(a.source), a.line) < std::tuple(SourceIndex(b.source), b.line);
  };
  if (first_.size() == kFirstMax && !before(record, first_.back())) return;
  const auto place = std::upper_bound(first_.begin(), first_.end(), record, before);
  const auto kept = first_.insert(place, record);
  kept->raw.resize(std::min(kept->raw.size(), kRawBytesShown));
  if (first_.size() > kFirstMax) first_.pop_back();
}

void RejectLog::Add(const RejectedRecord& refused) {
  RejectedRecord record = refused;
  record.raw = MaskIdentityNumbers(record.raw);
  record.reason = MaskIdentityNumbers(record.reason);
  KeepIfFirst(record);
  if (!file_ || !kept_.ok()) return;
  const std::string line = ToJson(record);
  entries_.push_back({SourceIndex(record.source), record.line, file_->size(), line.size()});
  kept_ = file_->Append(line);
}

Status RejectLog::GiveOut(const std::function<void(std::string_view line)>& take) {
  if (!kept_.ok()) return kept_;
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.source, a.line, a.offset) < std::tie(b.source, b.line, b.offset);
  });
  std::string line;
  for (const Entry& entry : entries_) {
    line.resize(entry.length);
    const Status status = file_->Read(entry.offset, line.size(), line.data());
    if (!status.ok()) return status;
    take(line);
  }
  return absl::OkStatus();
}

}  // namespace sekisho
