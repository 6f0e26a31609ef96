#include "cli/reject_log.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
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

Status TemporaryError(std::string_view what) {
  return absl::UnavailableError(
      ToAbsl("--rejects: temporary file: " + std::string(what) + ": " + std::strerror(errno)));
}

}  // namespace

RejectLog::RejectLog(const std::vector<std::string>& sources) {
  for (const std::string& source : sources) {
    sources_.emplace(source == "-" ? "standard input" : source, sources_.size());
  }
}

Status RejectLog::KeepAll() {
  file_.reset(std::tmpfile());
  return file_ == nullptr ? TemporaryError("cannot be made") : absl::OkStatus();
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
  if (file_ == nullptr) return;
  const std::string line = ToJson(record);
  std::fwrite(line.data(), 1, line.size(), file_.get());
  entries_.push_back({SourceIndex(record.source), record.line, size_, line.size()});
  size_ += line.size();
}

Status RejectLog::WriteTo(OutputFile* out) {
  if (std::fflush(file_.get()) != 0 || std::ferror(file_.get()) != 0) {
    return TemporaryError("cannot be written");
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.source, a.line, a.offset) < std::tie(b.source, b.line, b.offset);
  });
  std::string line;
  for (const Entry& entry : entries_) {
    line.resize(entry.length);
    if (fseeko(file_.get(), static_cast<off_t>(entry.offset), SEEK_SET) != 0 ||
        std::fread(line.data(), 1, line.size(), file_.get()) != line.size()) {
      return TemporaryError("cannot be read");
    }
    out->Write(line);
  }
  return absl::OkStatus();
}

}  // namespace sekisho
