#include "lists/network_values.h"

#include <algorithm>
#include <charconv>

#include "ingest/json_text.h"

namespace sekisho {
namespace {

constexpr size_t kTextBytesMax = 256;
constexpr double kRadiusKmMax = 20'016;  // half way around the Earth

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The words of data bases for kinds of lines, and ours.
struct Connection {
  std::string_view from;
  std::string_view to;
};
constexpr Connection kConnections[] = {
    {"home", "home"},
    {"residential", "home"},
    {"cable/dsl", "home"},
    {"cable", "home"},
    {"dsl", "home"},
    {"dialup", "home"},
    {"isp", "home"},
    {"mobile", "mobile"},
    {"cellular", "mobile"},
    {"business", "business"},
    {"corporate", "business"},
    {"hosting", "hosting"},
    {"content_delivery_network", "hosting"},
    {"data center", "hosting"},
    {"school", "school"},
    {"college", "school"},
    {"education", "school"},
    {"library", "school"},
    {"satellite", "satellite"},
};

std::string ConnectionOf(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  for (const Connection& known : kConnections) {
    if (known.from == lower) return std::string(known.to);
  }
  return "other";
}

std::string Country(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  if (text.size() != 2 || !letter(text[0]) || !letter(text[1])) return "";
  std::string country(text);
  for (char& c : country) c = static_cast<char>(Lower(c) - 'a' + 'A');
  return country;
}

std::string Asn(std::string_view text) {
  if (text.size() > 2 && Lower(text[0]) == 'a' && Lower(text[1]) == 's') text.remove_prefix(2);
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0) return "";
  return std::to_string(number);
}

std::string Between(std::string_view text, double least, double most) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return "";
  return number >= least && number <= most ? std::string(text) : "";
}

}  // namespace

std::string NetworkValue(NetworkField field, std::string_view text) {
  if (text.empty() || text.size() > kTextBytesMax || FindBadUtf8(text) != text.size()) return "";
  switch (field) {
    case NetworkField::kClass:
      return ParseRangeClass(text) ? std::string(text) : "";
    case NetworkField::kCountry:
      return Country(text);
    case NetworkField::kLatitude:
      return Between(text, -90, 90);
    case NetworkField::kLongitude:
      return Between(text, -180, 180);
    case NetworkField::kAccuracy:
      return Between(text, 0, kRadiusKmMax);
    case NetworkField::kAsn:
      return Asn(text);
    case NetworkField::kConnection:
      return ConnectionOf(text);
    default:
      return std::string(text);
  }
}

ListParts PartsOf(const NetworkValues& values) {
  constexpr ListPart kOf[kNetworkFields] = {
      ListPart::kVpn,         ListPart::kBrand,    ListPart::kWatched,     ListPart::kPool,
      ListPart::kCountry,     ListPart::kCity,     ListPart::kCoordinates, ListPart::kCoordinates,
      ListPart::kCoordinates, ListPart::kTimeZone, ListPart::kAsn,         ListPart::kOrganisation,
      ListPart::kConnection};
  ListParts parts;
  for (size_t i = 1; i < kNetworkFields; ++i) {
    // A radius without its centre is of no use.
    if (i == static_cast<size_t>(NetworkField::kAccuracy)) continue;
    if (!values[i].empty()) parts.Add(kOf[i]);
  }
  if (const auto named = ParseRangeClass(At(values, NetworkField::kClass))) parts.Add(*named);
  return parts;
}

}  // namespace sekisho
