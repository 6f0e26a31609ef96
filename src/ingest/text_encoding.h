// Character encodings of exports, as a stream of UTF-8. The conversion itself is ICU's.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "ingest/decompress.h"

namespace sekisho {

enum class Encoding : uint8_t {
  kUtf8,     // with or without byte-order mark
  kUtf16,    // the byte-order mark says which; there must be one
  kUtf16Le,  // with or without mark
  kUtf16Be,
  kCp932,  // Windows-31J, what Japanese Windows calls Shift_JIS
  kEucJp,
  kCp949,  // what Korean Windows calls EUC-KR
};

// "utf-8", "utf-16", "utf-16le", "utf-16be", "cp932", "euc-jp", "cp949".
std::string_view EncodingName(Encoding encoding);
std::optional<Encoding> FindEncoding(std::string_view name);
std::vector<std::string_view> EncodingNames();

// Stands for bytes that mean nothing in their encoding. It is no UTF-8, so the record that holds it
// is refused at that place.
inline constexpr char kUndecodable = '\xff';

// Turns a text into UTF-8, without its byte-order mark. Not thread-safe.
class EncodingReader {
 public:
  // `reader` hands out the bytes of the text.
  EncodingReader(Encoding encoding, ByteReader reader);
  ~EncodingReader();
  EncodingReader(const EncodingReader&) = delete;
  EncodingReader& operator=(const EncodingReader&) = delete;

  // Up to `bytes` bytes of UTF-8; 0 at the end. Fails when the text begins with the mark of another
  // encoding, or with none where one must be.
  StatusOr<size_t> Read(char* out, size_t bytes);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sekisho
