#include "ingest/encoding_guess.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

#include "ingest/json_text.h"

namespace sekisho {
namespace {

constexpr size_t kCharacterBytesMax = 4;
constexpr size_t kBytesForOneBroken = 500;  // of text; more broken places are no accident

// ICU's names (ucsdet.h) of the encodings that we read.
struct Detected {
  std::string_view name;
  Encoding encoding;
};
constexpr Detected kDetected[] = {
    {"Shift_JIS", Encoding::kCp932},
    {"EUC-JP", Encoding::kEucJp},
    {"EUC-KR", Encoding::kCp949},
};

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// The encoding in which most of the text can be read: files have broken places.
std::optional<Encoding> Nearest(std::string_view head) {
  std::optional<Encoding> nearest;
  uint64_t fewest = head.size() / kBytesForOneBroken + 1;
  for (const Detected& known : kDetected) {
    const uint64_t broken = CountUndecodable(known.encoding, head);
    if (broken > fewest || (nearest && broken == fewest)) continue;
    nearest = known.encoding;
    fewest = broken;
  }
  return nearest;
}

// The most likely of the encodings in which the whole text can be read, else in which most can.
std::optional<Encoding> Detect(std::string_view head) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&error));
  if (U_FAILURE(error)) return std::nullopt;
  ucsdet_setText(detector.get(), head.data(), static_cast<int32_t>(head.size()), &error);
  int32_t count = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &error);
  for (int32_t i = 0; U_SUCCESS(error) && i < count; ++i) {
    const char* const name = ucsdet_getName(matches[i], &error);
    for (const Detected& known : kDetected) {
      if (U_SUCCESS(error) && known.name == name && CountUndecodable(known.encoding, head) == 0) {
        return known.encoding;
      }
    }
  }
  return Nearest(head);
}

// ASCII in UTF-16 has a zero beside each character.
std::optional<Encoding> ByZeros(std::string_view head) {
  size_t zeros[2] = {};
  for (size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  const size_t many = head.size() / 8;  // a quarter of the characters
  if (zeros[0] + zeros[1] < 2) return std::nullopt;
  if (zeros[1] > many && zeros[0] * 4 < zeros[1]) return Encoding::kUtf16Le;
  if (zeros[0] > many && zeros[1] * 4 < zeros[0]) return Encoding::kUtf16Be;
  return std::nullopt;
}

std::optional<Encoding> ByMark(std::string_view head) {
  if (head.starts_with("\xef\xbb\xbf")) return Encoding::kUtf8;
  if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff")) return Encoding::kUtf16;
  return std::nullopt;
}

}  // namespace

uint64_t CountUndecodable(Encoding encoding, std::string_view head) {
  size_t at = 0;
  EncodingReader reader(encoding, [&](char* out, size_t bytes) -> StatusOr<size_t> {
    const size_t size = std::min(bytes, head.size() - at);
    std::memcpy(out, head.data() + at, size);
    at += size;
    return size;
  });
  std::string text;
  std::string part(64 << 10, '\0');
  while (true) {
    const StatusOr<size_t> got = reader.Read(part.data(), part.size());
    if (!got.ok()) return 1;  // the mark of another encoding
    if (*got == 0) break;
    text.append(part, 0, *got);
  }
  // What is cut off at the end says nothing.
  if (!text.empty() && text.back() == kUndecodable) text.pop_back();
  return static_cast<uint64_t>(std::count(text.begin(), text.end(), kUndecodable));
}

EncodingGuess GuessEncoding(std::string_view head) {
  if (const auto marked = ByMark(head)) return {marked, EncodingClue::kMark};
  if (const auto zeros = ByZeros(head)) return {zeros, EncodingClue::kZeros};
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(head.begin(), head.end(), is_ascii)) {
    return {Encoding::kUtf8, EncodingClue::kAscii};
  }
  if (FindBadUtf8(head) + kCharacterBytesMax > head.size()) {
    return {Encoding::kUtf8, EncodingClue::kUtf8};
  }
  if (const auto detected = Detect(head)) return {detected, EncodingClue::kDetector};
  return {};
}

}  // namespace sekisho
