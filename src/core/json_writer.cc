#include "core/json_writer.h"

#include <array>
#include <charconv>

#include "core/number.h"
#include "core/utf8.h"

namespace sekisho {
namespace {

// Bytes that stand in a JSON string as they are: printable ASCII but for " and \.
constexpr std::array<bool, 256> MakePlain() {
  std::array<bool, 256> plain{};
  for (int byte = 0x20; byte < 0x7f; ++byte) plain[static_cast<size_t>(byte)] = true;
  plain['"'] = false;
  plain['\\'] = false;
  return plain;
}
constexpr std::array<bool, 256> kPlain = MakePlain();

void AppendEscape(unsigned char byte, std::string* out) {
  constexpr char kHex[] = "0123456789abcdef";
  out->push_back('\\');
  switch (byte) {
    case '"':
    case '\\':
      out->push_back(static_cast<char>(byte));
      return;
    case '\n':
      out->push_back('n');
      return;
    case '\r':
      out->push_back('r');
      return;
    case '\t':
      out->push_back('t');
      return;
    default:
      out->append("u00");
      out->push_back(kHex[byte >> 4]);
      out->push_back(kHex[byte & 0xf]);
  }
}

template <typename Number>
void AppendNumber(Number number, std::string* out) {
  char digits[24];
  const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, number);
  out->append(digits, end.ptr);
}

}  // namespace

void AppendJsonText(std::string_view text, std::string* out) {
  out->push_back('"');
  size_t start = 0;  // of what stands as it is, up to `at`
  size_t at = 0;
  while (at < text.size()) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if (kPlain[byte]) {
      ++at;
      continue;
    }
    const Utf8Character character = byte < 0x80 ? Utf8Character() : DecodeUtf8(text, at);
    if (byte >= 0x80 && character.valid) {
      at += character.bytes;
      continue;
    }
    out->append(text, start, at - start);
    if (byte < 0x80) {
      AppendEscape(byte, out);
      ++at;
    } else {
      out->append("\xef\xbf\xbd");
      at += character.bytes;
    }
    start = at;
  }
  out->append(text, start, at - start);
  out->push_back('"');
}

void JsonWriter::Separate() {
  if (out_->size() == begin_) return;
  const char last = out_->back();
  if (last != '{' && last != '[' && last != ':') out_->push_back(',');
}

JsonWriter& JsonWriter::Open(char bracket) {
  Separate();
  out_->push_back(bracket);
  return *this;
}

JsonWriter& JsonWriter::Close(char bracket) {
  out_->push_back(bracket);
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view name) {
  Separate();
  AppendJsonText(name, out_);
  out_->push_back(':');
  return *this;
}

JsonWriter& JsonWriter::Text(std::string_view text) {
  Separate();
  AppendJsonText(text, out_);
  return *this;
}

JsonWriter& JsonWriter::Integer(int64_t number) {
  Separate();
  AppendNumber(number, out_);
  return *this;
}

JsonWriter& JsonWriter::Count(uint64_t number) {
  Separate();
  AppendNumber(number, out_);
  return *this;
}

JsonWriter& JsonWriter::Micros(int64_t micros) {
  Separate();
  out_->append(FormatMicros(micros));
  return *this;
}

JsonWriter& JsonWriter::Boolean(bool value) { return Raw(value ? "true" : "false"); }

JsonWriter& JsonWriter::Null() { return Raw("null"); }

JsonWriter& JsonWriter::Raw(std::string_view json) {
  Separate();
  out_->append(json);
  return *this;
}

}  // namespace sekisho
