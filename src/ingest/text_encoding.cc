#include "ingest/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <utility>

namespace sekisho {
namespace {

struct EncodingSpec {
  Encoding encoding;
  std::string_view name;
  const char* icu_name;
};
constexpr EncodingSpec kEncodings[] = {
    {Encoding::kUtf8, "utf-8", "UTF-8"},
    {Encoding::kUtf16, "utf-16", nullptr},  // the mark decides
    {Encoding::kUtf16Le, "utf-16le", "UTF-16LE"},
    {Encoding::kUtf16Be, "utf-16be", "UTF-16BE"},
    {Encoding::kCp932, "cp932", "windows-31j"},
    {Encoding::kEucJp, "euc-jp", "EUC-JP"},
    {Encoding::kCp949, "cp949", "windows-949"},
};

constexpr size_t kBytesRead = 64 << 10;

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr Mark kMarks[] = {
    {"\xef\xbb\xbf", Encoding::kUtf8},
    {"\xff\xfe", Encoding::kUtf16Le},
    {"\xfe\xff", Encoding::kUtf16Be},
};
constexpr size_t kMarkBytesMax = 3;

const Mark* FindMark(std::string_view head) {
  for (const Mark& mark : kMarks) {
    if (head.substr(0, mark.bytes.size()) == mark.bytes) return &mark;
  }
  return nullptr;
}

const EncodingSpec& SpecOf(Encoding encoding) {
  return *std::find_if(std::begin(kEncodings), std::end(kEncodings),
                       [encoding](const EncodingSpec& spec) { return spec.encoding == encoding; });
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Status CannotConvert(Encoding encoding) {
  return absl::InternalError(
      ToAbsl("the encoding " + std::string(EncodingName(encoding)) + " cannot be converted"));
}

}  // namespace

std::string_view EncodingName(Encoding encoding) { return SpecOf(encoding).name; }

std::optional<Encoding> FindEncoding(std::string_view name) {
  for (const EncodingSpec& spec : kEncodings) {
    if (spec.name == name) return spec.encoding;
  }
  return std::nullopt;
}

std::vector<std::string_view> EncodingNames() {
  std::vector<std::string_view> names;
  for (const EncodingSpec& spec : kEncodings) names.push_back(spec.name);
  return names;
}

struct EncodingReader::Parts {
  Encoding encoding = Encoding::kUtf8;
  ByteReader reader;
  Converter converter;  // null until the mark was looked at
  std::string bytes;    // read and not yet converted
  std::string text;     // converted and not yet handed out
  size_t handed_out = 0;
  char16_t lead = 0;  // a surrogate whose other half comes with the next bytes
  bool at_end = false;

  Status Begin();
  Status Fill();
  StatusOr<size_t> ReadBytes(size_t wanted);
  Status Convert();
  void Append(const char16_t* units, size_t count);
};

StatusOr<size_t> EncodingReader::Parts::ReadBytes(size_t wanted) {
  const size_t before = bytes.size();
  bytes.resize(before + wanted);
  StatusOr<size_t> got = reader(bytes.data() + before, wanted);
  bytes.resize(before + (got.ok() ? *got : 0));
  if (got.ok() && *got == 0) at_end = true;
  return got;
}

// Settles the byte order and takes the mark away.
Status EncodingReader::Parts::Begin() {
  while (bytes.size() < kMarkBytesMax && !at_end) {
    const StatusOr<size_t> got = ReadBytes(kMarkBytesMax - bytes.size());
    if (!got.ok()) return got.status();
  }
  const Mark* mark = FindMark(bytes);
  const std::string stated(EncodingName(encoding));
  if (encoding == Encoding::kUtf16) {
    if (mark == nullptr || mark->encoding == Encoding::kUtf8) {
      return InvalidInput("the text has no byte-order mark of UTF-16; state utf-16le or utf-16be");
    }
    encoding = mark->encoding;
  } else if (mark != nullptr && mark->encoding != encoding) {
    return InvalidInput("the text begins with the byte-order mark of " +
                        std::string(EncodingName(mark->encoding)) + ", not of the stated " +
                        stated + "; correct `encoding` in the mapping");
  }
  if (mark != nullptr) bytes.erase(0, mark->bytes.size());
  UErrorCode error = U_ZERO_ERROR;
  converter.reset(ucnv_open(SpecOf(encoding).icu_name, &error));
  if (U_FAILURE(error)) return CannotConvert(encoding);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  return U_FAILURE(error) ? CannotConvert(encoding) : absl::OkStatus();
}

void EncodingReader::Parts::Append(const char16_t* units, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    UChar32 character = units[i];
    if (lead != 0) {
      character = U16_IS_TRAIL(units[i]) ? U16_GET_SUPPLEMENTARY(lead, units[i]) : 0xfffd;
      lead = 0;
    } else if (U16_IS_LEAD(character)) {
      lead = units[i];
      continue;
    }
    char utf8[U8_MAX_LENGTH];
    size_t size = 0;
    U8_APPEND_UNSAFE(utf8, size, character);
    text.append(utf8, size);
  }
}

Status EncodingReader::Parts::Convert() {
  constexpr size_t kUnits = 4096;
  char16_t units[kUnits];
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  while (true) {
    UErrorCode error = U_ZERO_ERROR;
    char16_t* target = units;
    ucnv_toUnicode(converter.get(), &target, units + kUnits, &source, end, nullptr,
                   static_cast<UBool>(at_end), &error);
    Append(units, static_cast<size_t>(target - units));
    if (error == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_SUCCESS(error)) break;
    if (error != U_INVALID_CHAR_FOUND && error != U_ILLEGAL_CHAR_FOUND &&
        error != U_TRUNCATED_CHAR_FOUND && error != U_ILLEGAL_ESCAPE_SEQUENCE &&
        error != U_UNSUPPORTED_ESCAPE_SEQUENCE) {
      return CannotConvert(encoding);
    }
    text.push_back(kUndecodable);
    if (error == U_TRUNCATED_CHAR_FOUND) break;
  }
  bytes.clear();
  return absl::OkStatus();
}

Status EncodingReader::Parts::Fill() {
  text.clear();
  handed_out = 0;
  if (converter == nullptr) {
    if (Status status = Begin(); !status.ok()) return status;
  }
  while (text.empty() && (!at_end || !bytes.empty())) {
    if (!at_end) {
      const StatusOr<size_t> got = ReadBytes(kBytesRead);
      if (!got.ok()) return got.status();
    }
    if (Status status = Convert(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

EncodingReader::EncodingReader(Encoding encoding, ByteReader reader)
    : parts_(std::make_unique<Parts>()) {
  parts_->encoding = encoding;
  parts_->reader = std::move(reader);
}

EncodingReader::~EncodingReader() = default;

StatusOr<size_t> EncodingReader::Read(char* out, size_t bytes) {
  Parts& my = *parts_;
  if (my.handed_out == my.text.size()) {
    if (Status status = my.Fill(); !status.ok()) return status;
  }
  const size_t size = my.text.copy(out, bytes, my.handed_out);
  my.handed_out += size;
  return size;
}

}  // namespace sekisho
