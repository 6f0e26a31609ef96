// The machine-readable zone of passports and cards (ICAO Doc 9303, parts 3 to 6).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/digit_check.h"

namespace sekisho {

// Day as the zone writes it, the year without its century. 0 for a part that is not known.
struct MrzDate {
  int year = 0;  // 0 to 99
  int month = 0;
  int day = 0;

  bool operator==(const MrzDate&) const = default;
};

// What a zone says, as far as Sekisho may use it. Issuing state, nationality and sex are no part of
// it: they carry no check digit, and nothing here may read them.
struct Mrz {
  enum class Format { kTd1, kTd2, kTd3 };  // 3 lines of 30, 2 of 36, 2 of 44 characters
  // The parts that a check digit covers.
  enum class Part { kNumber, kBirth, kExpiry, kOptional, kComposite };

  Format format = Format::kTd3;
  std::string number;                // without fillers
  std::vector<std::string> surname;  // words of the primary identifier
  std::vector<std::string> given;    // words of the secondary identifier
  bool names_cut = false;            // the field of the names is full, so some may be missing
  std::optional<MrzDate> birth;      // none when it is no date
  std::optional<MrzDate> expires;
  std::vector<Part> wrong;  // whose check digit fails or whose date is none, in the order above
};

// Weights 7, 3, 1 repeating over the values 0 to 9, A = 10 to Z = 35, < = 0; the sum modulo 10 as
// a character. Catches a changed character unless the two values are equal modulo 10 (0, A, K, U
// and <), and swapped neighbours unless their values are equal modulo 5.
char MrzCheckDigit(std::string_view field);

// Reads a zone with its line ends or without, in any width and case, with or without spaces.
// Nothing when it has not the length, characters and document code of one of the three formats.
// A number of a card that is longer than nine characters continues in the optional data.
std::optional<Mrz> ParseMrz(std::string_view written);

// kMalformed when it is no zone, kWrongDigit when one of its check digits fails, else kPasses.
DigitCheck CheckMrz(std::string_view written);

}  // namespace sekisho
