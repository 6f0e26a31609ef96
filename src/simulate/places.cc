#include "simulate/places.h"

#include <array>
#include <vector>

namespace sekisho::simulate {
namespace {

// Weights are believable for a marketplace that began in Japan and has grown abroad; prices follow
// local wages loosely, as asked prices on international platforms do.
constexpr Place kPlaces[] = {
    {"JP", "Asia/Tokyo", 540, "ja", Currency::kJpy, 300, 420, 1000, NameStyle::kJapanese, "+81"},
    {"KR", "Asia/Seoul", 540, "ko", Currency::kKrw, 70, 90, 980, NameStyle::kKorean, "+82"},
    {"US", "America/New_York", -240, "en", Currency::kUsd, 55, 110, 1150, NameStyle::kEnglish,
     "+1"},
    {"US", "America/Chicago", -300, "en", Currency::kUsd, 30, 50, 1100, NameStyle::kEnglish, "+1"},
    {"US", "America/Los_Angeles", -420, "en", Currency::kUsd, 40, 80, 1200, NameStyle::kEnglish,
     "+1"},
    {"CA", "America/Toronto", -240, "en", Currency::kUsd, 20, 25, 1080, NameStyle::kEnglish, "+1"},
    {"GB", "Europe/London", 60, "en", Currency::kGbp, 30, 55, 1080, NameStyle::kEnglish, "+44"},
    {"DE", "Europe/Berlin", 120, "de", Currency::kEur, 24, 45, 1080, NameStyle::kGerman, "+49"},
    {"FR", "Europe/Paris", 120, "fr", Currency::kEur, 20, 30, 1040, NameStyle::kFrench, "+33"},
    {"ES", "Europe/Madrid", 120, "es", Currency::kEur, 20, 15, 950, NameStyle::kSpanish, "+34"},
    {"PL", "Europe/Warsaw", 120, "pl", Currency::kEur, 22, 8, 880, NameStyle::kPolish, "+48"},
    {"UA", "Europe/Kyiv", 180, "uk", Currency::kUsd, 26, 3, 820, NameStyle::kUkrainian, "+380"},
    {"TR", "Europe/Istanbul", 180, "tr", Currency::kUsd, 15, 4, 820, NameStyle::kTurkish, "+90"},
    {"IN", "Asia/Kolkata", 330, "en", Currency::kInr, 75, 25, 760, NameStyle::kIndian, "+91"},
    {"PH", "Asia/Manila", 480, "en", Currency::kUsd, 45, 3, 780, NameStyle::kFilipino, "+63"},
    {"VN", "Asia/Ho_Chi_Minh", 420, "vi", Currency::kUsd, 30, 3, 800, NameStyle::kVietnamese,
     "+84"},
    {"ID", "Asia/Jakarta", 420, "id", Currency::kUsd, 22, 3, 780, NameStyle::kIndonesian, "+62"},
    {"TH", "Asia/Bangkok", 420, "th", Currency::kUsd, 10, 3, 840, NameStyle::kEnglish, "+66"},
    {"SG", "Asia/Singapore", 480, "en", Currency::kUsd, 10, 12, 1050, NameStyle::kChinese, "+65"},
    {"TW", "Asia/Taipei", 480, "zh", Currency::kUsd, 15, 6, 940, NameStyle::kChinese, "+886"},
    {"CN", "Asia/Shanghai", 480, "zh", Currency::kUsd, 32, 8, 900, NameStyle::kChinese, "+86"},
    {"AU", "Australia/Sydney", 600, "en", Currency::kUsd, 15, 22, 1120, NameStyle::kEnglish, "+61"},
    {"BR", "America/Sao_Paulo", -180, "pt", Currency::kUsd, 28, 6, 850, NameStyle::kPortuguese,
     "+55"},
    {"AR", "America/Argentina/Buenos_Aires", -180, "es", Currency::kUsd, 16, 2, 850,
     NameStyle::kSpanish, "+54"},
    {"MX", "America/Mexico_City", -360, "es", Currency::kUsd, 16, 5, 870, NameStyle::kSpanish,
     "+52"},
    {"NG", "Africa/Lagos", 60, "en", Currency::kUsd, 14, 1, 800, NameStyle::kAfrican, "+234"},
    {"KE", "Africa/Nairobi", 180, "en", Currency::kUsd, 10, 1, 800, NameStyle::kAfrican, "+254"},
    {"ZA", "Africa/Johannesburg", 120, "en", Currency::kUsd, 8, 3, 900, NameStyle::kEnglish, "+27"},
};

constexpr Place kTeamPlaces[] = {
    {"CN", "Asia/Shanghai", 480, "zh", Currency::kUsd, 5, 0, 1000, NameStyle::kChinese, "+86"},
    {"RU", "Asia/Vladivostok", 600, "ru", Currency::kUsd, 2, 0, 1000, NameStyle::kUkrainian, "+7"},
    {"LA", "Asia/Vientiane", 420, "lo", Currency::kUsd, 2, 0, 1000, NameStyle::kVietnamese, "+856"},
};

std::vector<uint16_t> Weights(uint16_t Place::*member) {
  std::vector<uint16_t> weights;
  for (const Place& place : kPlaces) weights.push_back(place.*member);
  return weights;
}

}  // namespace

std::string_view CurrencyCode(Currency currency) {
  constexpr std::array<std::string_view, kCurrencies> kCodes = {"JPY", "KRW", "USD",
                                                                "EUR", "GBP", "INR"};
  return kCodes[static_cast<size_t>(currency)];
}

uint32_t UnitsPer100Usd(Currency currency) {
  constexpr std::array<uint32_t, kCurrencies> kUnits = {15'000, 138'000, 100, 90, 78, 8'600};
  return kUnits[static_cast<size_t>(currency)];
}

uint64_t Convert(uint64_t amount, Currency from, Currency to) {
  return amount * UnitsPer100Usd(to) / UnitsPer100Usd(from);
}

std::span<const Place> Places() { return kPlaces; }
std::span<const Place> TeamPlaces() { return kTeamPlaces; }

PlaceIndex PickWorkerPlace(Random* random) {
  static const std::vector<uint16_t> weights = Weights(&Place::workers);
  return static_cast<PlaceIndex>(random->Weighted<uint16_t>(weights));
}

PlaceIndex PickClientPlace(Random* random) {
  static const std::vector<uint16_t> weights = Weights(&Place::clients);
  return static_cast<PlaceIndex>(random->Weighted<uint16_t>(weights));
}

}  // namespace sekisho::simulate
