// Where people live: country, clock, currency, how their names and papers look.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "simulate/random.h"

namespace sekisho::simulate {

// What a market trades in. Clients order in their own currency, workers keep one balance.
enum class Currency : uint8_t { kJpy, kKrw, kUsd, kEur, kGbp, kInr };
inline constexpr uint32_t kCurrencies = 6;

std::string_view CurrencyCode(Currency currency);
// Units of the currency for 100 US dollars: believable, not a rate of any day.
uint32_t UnitsPer100Usd(Currency currency);
// Converts and cuts to whole units.
uint64_t Convert(uint64_t amount, Currency from, Currency to);

// How names of the place are written (names.h).
enum class NameStyle : uint8_t {
  kJapanese,
  kKorean,
  kChinese,
  kEnglish,
  kGerman,
  kFrench,
  kSpanish,
  kPortuguese,
  kPolish,
  kUkrainian,
  kIndian,
  kVietnamese,
  kIndonesian,
  kFilipino,
  kTurkish,
  kAfrican,
};

struct Place {
  std::string_view country;    // ISO 3166-1 alpha-2
  std::string_view time_zone;  // IANA
  int16_t utc_minutes;         // from April to August 2026, daylight saving included
  std::string_view language;   // of most bids written there
  Currency currency;
  uint16_t workers;         // weight among workers
  uint16_t clients;         // weight among clients
  uint16_t price_permille;  // of usual prices, that most people of the place ask
  NameStyle names;
  std::string_view dial;  // country code of telephone numbers
};

using PlaceIndex = uint8_t;
std::span<const Place> Places();
inline const Place& PlaceAt(PlaceIndex index) { return Places()[index]; }

PlaceIndex PickWorkerPlace(Random* random);
PlaceIndex PickClientPlace(Random* random);

// Where teams sit that work under the names of others: the published notices name North-East Asia
// and South-East Asia (JP notice of 2024-03-26; US guidance of 2022-05-16). An index into
// TeamPlaces().
std::span<const Place> TeamPlaces();

}  // namespace sekisho::simulate
