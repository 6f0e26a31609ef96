#include "names/packed_name.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "names/fold.h"
#include "names/name_form.h"

namespace sekisho {
namespace {

// The first byte tells how a character is written:
//   00-7F  ASCII
//   80-DF  one of the 96 characters of the alphabet in use, at first kana
//   E0-EF  the alphabet of this number is in use from here on; its character follows
//   F0-FF  everything else below U+100000, two bytes more
// So names in most alphabets take as much room as names in Latin letters.
constexpr size_t kAlphabetSize = 96;
constexpr std::array<char32_t, 16> kAlphabets = {
    0x30a0,                  // kana
    0x00c0, 0x0120,          // Latin letters with marks
    0x0370,                  // Greek
    0x0400,                  // Cyrillic
    0x0530, 0x0590,          // Armenian, Hebrew
    0x0600, 0x0660, 0x06c0,  // Arabic, Persian, Urdu
    0x0900, 0x0980, 0x0b80,  // Devanagari, Bengali, Tamil
    0x0e00, 0x10a0, 0x1ea0,  // Thai, Georgian, Vietnamese
};
constexpr unsigned kLetterByte = 0x80;
constexpr unsigned kAlphabetByte = 0xe0;
constexpr unsigned kOtherByte = 0xf0;
constexpr char32_t kOthersEnd = 0x100000;
constexpr char32_t kUnknown = 0xfffd;

unsigned ByteAt(std::string_view text, size_t at) { return static_cast<unsigned char>(text[at]); }

class Packer {
 public:
  explicit Packer(std::string* out) : out_(*out) {}

  void Add(char32_t c) {
    if (c < kLetterByte) return Put(c);
    const auto found = std::find_if(kAlphabets.begin(), kAlphabets.end(), [c](char32_t first) {
      return c >= first && c < first + kAlphabetSize;
    });
    if (found != kAlphabets.end()) {
      const auto alphabet = static_cast<size_t>(found - kAlphabets.begin());
      if (alphabet != alphabet_) Put(kAlphabetByte + alphabet);
      alphabet_ = alphabet;
      return Put(kLetterByte + (c - *found));
    }
    if (c >= kOthersEnd) c = kUnknown;
    Put(kOtherByte + (c >> 16));
    Put(c >> 8);
    Put(c);
  }

 private:
  void Put(size_t byte) { out_.push_back(static_cast<char>(byte & 0xff)); }

  std::string& out_;
  size_t alphabet_ = 0;
};

// Of the character that begins there, with the change of the alphabet before it.
size_t BytesOf(std::string_view packed) {
  const unsigned first = ByteAt(packed, 0);
  return first < kAlphabetByte ? 1 : first < kOtherByte ? 2 : 3;
}

// `packed` is the bytes of one character.
char32_t CharacterOf(std::string_view packed, size_t* alphabet) {
  unsigned first = ByteAt(packed, 0);
  if (first >= kOtherByte) {
    return ((first - kOtherByte) << 16) + (ByteAt(packed, 1) << 8) + ByteAt(packed, 2);
  }
  if (first >= kAlphabetByte) {
    *alphabet = first - kAlphabetByte;
    first = ByteAt(packed, 1);
  }
  if (first < kLetterByte) return first;
  return kAlphabets[*alphabet] + (first - kLetterByte) % kAlphabetSize;
}

}  // namespace

std::string PackName(std::string_view utf8) {
  std::string packed;
  Packer packer(&packed);
  for (const char32_t c : FoldCharacters(CutName(utf8))) packer.Add(c);
  return packed;
}

std::string_view CutPackedName(std::string_view packed, size_t bytes_max) {
  size_t end = 0;
  while (end < packed.size()) {
    const size_t next = end + BytesOf(packed.substr(end));
    if (next > std::min(bytes_max, packed.size())) break;
    end = next;
  }
  return packed.substr(0, end);
}

std::string UnpackName(std::string_view packed) {
  icu::UnicodeString text;
  size_t alphabet = 0;
  while (!packed.empty() && BytesOf(packed) <= packed.size()) {
    const size_t bytes = BytesOf(packed);
    text.append(static_cast<UChar32>(CharacterOf(packed.substr(0, bytes), &alphabet)));
    packed.remove_prefix(bytes);
  }
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace sekisho
