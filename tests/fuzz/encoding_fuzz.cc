// Text in any encoding: arbitrary bytes, handed out in pieces of any size. The first byte says
// which encoding, the second how large the pieces are.
#include <unicode/ucnv.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "fuzz/require.h"
#include "ingest/encoding_guess.h"

namespace sekisho::fuzz {
namespace {

constexpr Encoding kEncodings[] = {Encoding::kUtf8,    Encoding::kUtf16, Encoding::kUtf16Le,
                                   Encoding::kUtf16Be, Encoding::kCp932, Encoding::kEucJp,
                                   Encoding::kCp949};

struct Decoded {
  bool failed = false;
  std::string text;
  bool operator==(const Decoded&) const = default;
};

Decoded Decode(Encoding encoding, std::string_view bytes, size_t piece, size_t part) {
  EncodingReader reader(encoding, [&](char* out, size_t wanted) -> StatusOr<size_t> {
    const size_t size = std::min({wanted, piece, bytes.size()});
    std::memcpy(out, bytes.data(), size);
    bytes.remove_prefix(size);
    return size;
  });
  Decoded decoded;
  std::string buffer(part, '\0');
  while (true) {
    const StatusOr<size_t> got = reader.Read(buffer.data(), buffer.size());
    if (!got.ok()) {
      RequireMessage(std::string(ToStd(got.status().message())));
      decoded.failed = true;
      return decoded;
    }
    Require(*got <= part, "no more is handed out than was asked for");
    if (*got == 0) return decoded;
    decoded.text.append(buffer, 0, *got);
  }
}

// ICU's own way back, independent of the reader. None where a code is read but never written.
std::optional<std::string> Encode(Encoding encoding, const std::string& text) {
  const char* const name = encoding == Encoding::kCp932     ? "windows-31j"
                           : encoding == Encoding::kEucJp   ? "EUC-JP"
                           : encoding == Encoding::kCp949   ? "windows-949"
                           : encoding == Encoding::kUtf16Be ? "UTF-16BE"
                           : encoding == Encoding::kUtf8    ? "UTF-8"
                                                            : "UTF-16LE";
  std::string bytes(4 * text.size() + 16, '\0');
  UErrorCode error = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(name, &error);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  Require(U_SUCCESS(error), "ICU knows the encoding", name);
  const int32_t size =
      ucnv_fromAlgorithmic(converter, UCNV_UTF8, bytes.data(), static_cast<int32_t>(bytes.size()),
                           text.data(), static_cast<int32_t>(text.size()), &error);
  ucnv_close(converter);
  if (U_FAILURE(error)) return std::nullopt;
  bytes.resize(static_cast<size_t>(size));
  return bytes;
}

// What looks like a mark is taken for one, whatever the encoding is said to be.
bool BeginsLikeMark(std::string_view bytes) {
  return bytes.starts_with("\xef\xbb\xbf") || bytes.starts_with("\xff\xfe") ||
         bytes.starts_with("\xfe\xff");
}

void Check(std::string_view data) {
  if (data.size() < 2) return;
  const Encoding encoding = kEncodings[static_cast<uint8_t>(data[0]) % std::size(kEncodings)];
  const size_t piece = static_cast<uint8_t>(data[1]) % 7 + 1;
  const std::string_view bytes = data.substr(2);

  const Decoded whole = Decode(encoding, bytes, bytes.size() + 1, 4096);
  const Decoded pieces = Decode(encoding, bytes, piece, piece + 3);
  Require(whole.failed == pieces.failed && (whole.failed || whole == pieces),
          "pieces of any size give the same text", whole.text);
  const EncodingGuess guess = GuessEncoding(bytes);
  Require(guess.encoding.has_value() == (guess.clue != EncodingClue::kNone), "a guess has a clue");
  if (whole.failed) return;

  const auto broken =
      static_cast<uint64_t>(std::count(whole.text.begin(), whole.text.end(), kUndecodable));
  const uint64_t counted = CountUndecodable(encoding, bytes);
  Require(counted == broken || counted + 1 == broken, "broken places are counted");
  std::string good = whole.text;
  good.erase(std::remove(good.begin(), good.end(), kUndecodable), good.end());
  Require(FindBadUtf8(good) == good.size(), "what is read is UTF-8", good);
  if (broken > 0 || encoding == Encoding::kUtf16) return;
  // A character may have two codes in an encoding, but what is written is read as the same text.
  const std::optional<std::string> written = Encode(encoding, good);
  if (!written || BeginsLikeMark(*written)) return;
  Require(Decode(encoding, *written, piece, 64).text == good,
          "what was read is written and read again", good);
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
