#include "screening/watch_text.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include "core/limits.h"
#include "ingest/decompress.h"
#include "ingest/encoding_guess.h"
#include "ingest/json_text.h"
#include "screening/readers.h"

namespace sekisho {
namespace {

constexpr size_t kHeadBytes = 64 << 10;
constexpr size_t kPortionBytes = 256 << 10;
constexpr size_t kCharacterBytesMax = 4;
constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD

ByteReader ReaderOf(std::string_view bytes) {
  return [bytes](char* out, size_t wanted) mutable -> StatusOr<size_t> {
    const size_t size = std::min(wanted, bytes.size());
    if (size > 0) std::memcpy(out, bytes.data(), size);
    bytes.remove_prefix(size);
    return size;
  };
}

// Everything that `source` hands out, as long as it does; why not all of it.
template <typename Source>
Status ReadAll(Source* source, std::string* text) {
  std::string portion(kPortionBytes, '\0');
  while (true) {
    const StatusOr<size_t> got = source->Read(portion.data(), portion.size());
    if (!got.ok()) return got.status();
    if (*got == 0) return absl::OkStatus();
    if (text->size() + *got > limits::kListBytesMax) {
      return InvalidInput("the text is larger than 2 GiB");
    }
    text->append(portion, 0, *got);
  }
}

// Takes out of `list` what is packed in it.
void Unpack(WatchText* list) {
  const std::string& bytes = list->text;
  std::unique_ptr<Decompressor> packed;
  if (bytes.starts_with("\x1f\x8b")) packed = NewGzipDecompressor(ReaderOf(bytes));
  if (bytes.starts_with("\x28\xb5\x2f\xfd")) packed = NewZstdDecompressor(ReaderOf(bytes));
  if (packed == nullptr) return;
  std::string text;
  const Status status = ReadAll(packed.get(), &text);
  // What stands before the damage is not used here, as the message goes on to say.
  const std::string_view message = ToStd(status.message());
  if (!status.ok()) list->damage = message.substr(0, message.find(';'));
  packed.reset();
  list->text = std::move(text);
}

Status Decode(Encoding encoding, std::string_view bytes, std::string* text) {
  EncodingReader reader(encoding, ReaderOf(bytes));
  return ReadAll(&reader, text);
}

Encoding EncodingOf(std::string_view text) {
  const std::string_view head = text.substr(0, kHeadBytes);
  if (FindBadUtf8(head) + kCharacterBytesMax > head.size() &&
      head.find('\0') == std::string_view::npos) {
    return Encoding::kUtf8;
  }
  const EncodingGuess guess = GuessEncoding(head);
  if (guess.clue == EncodingClue::kMark || guess.clue == EncodingClue::kZeros) {
    return *guess.encoding;
  }
  for (const Encoding encoding : {Encoding::kCp932, Encoding::kEucJp}) {
    std::string decoded;
    if (Decode(encoding, head, &decoded).ok() && LooksLikeMof(decoded)) return encoding;
  }
  return Encoding::kUtf8;
}

void MarkUndecodable(WatchText* list) {
  const std::string& text = list->text;
  if (text.ends_with(kUndecodable)) list->damage = "the file ends inside of a character";
  std::string kept;
  uint64_t line = 1;
  for (const char c : text) {
    if (c == '\n') ++line;
    if (c != kUndecodable) {
      kept.push_back(c);
      continue;
    }
    if (list->undecodable++ == 0) list->undecodable_line = line;
    kept += kReplacement;
  }
  list->text = std::move(kept);
}

}  // namespace

WatchText ReadWatchText(std::string bytes) {
  WatchText list;
  list.text = std::move(bytes);
  Unpack(&list);
  list.encoding = EncodingOf(list.text);
  if (list.encoding == Encoding::kUtf8) return list;
  std::string decoded;
  const Status status = Decode(list.encoding, list.text, &decoded);
  if (!status.ok() && list.damage.empty()) list.damage = ToStd(status.message());
  list.text = std::move(decoded);
  MarkUndecodable(&list);
  return list;
}

}  // namespace sekisho
