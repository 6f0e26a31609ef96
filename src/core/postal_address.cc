#include "core/postal_address.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "core/postal_east.h"
#include "core/postal_fold.h"
#include "core/postal_west.h"
#include "core/text.h"

namespace sekisho {
namespace {

constexpr size_t kAddressBytesMax = 1024;

bool IsEastern(const icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(text.char32At(i), &error);
    if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
        script == USCRIPT_HANGUL) {
      return true;
    }
  }
  return false;
}

bool NamesAPlace(std::string_view key) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(key.data(), static_cast<int32_t>(key.size())));
  bool letter = false;
  bool digit = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    letter = letter || u_isalpha(text.char32At(i));
    digit = digit || u_isdigit(text.char32At(i));
  }
  return letter && digit;
}

PostalAddress ReadOnce(std::string_view utf8) {
  const FoldedAddress folded = FoldAddress(utf8);
  PostalAddress address =
      IsEastern(folded.text) ? ReadEastern(folded.text) : ReadWestern(folded.text);
  if (!folded.marked_code.empty()) address.postal_code = folded.marked_code;
  return address;
}

// What stood between two characters is gone after a round, so they may compose or read otherwise
// now; a few rounds settle it. Nothing when they do not.
std::string Settled(std::string key) {
  constexpr int kRoundsMax = 8;
  for (int round = 0; round < kRoundsMax; ++round) {
    std::string next = ReadOnce(key).key;
    if (next == key) return key;
    key = std::move(next);
  }
  return "";
}

}  // namespace

std::optional<PostalAddress> ReadPostalAddress(std::string_view utf8) {
  if (utf8.size() > kAddressBytesMax || IsMasked(utf8)) return std::nullopt;
  PostalAddress address = ReadOnce(utf8);
  const bool has_units = address.building_key != address.key;
  address.key = Settled(std::move(address.key));
  address.building_key = has_units ? Settled(std::move(address.building_key)) : address.key;
  if (address.key.size() > kAddressBytesMax || !NamesAPlace(address.key)) return std::nullopt;
  return address;
}

std::optional<std::string> AddressKey(std::string_view utf8) {
  std::optional<PostalAddress> address = ReadPostalAddress(utf8);
  if (!address) return std::nullopt;
  return std::move(address->key);
}

}  // namespace sekisho
