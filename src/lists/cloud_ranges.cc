#include "lists/cloud_ranges.h"

#include <simdjson.h>

#include <algorithm>

namespace sekisho {
namespace {

// Amazon: ip_prefix, ipv6_prefix; Google: ipv4Prefix, ipv6Prefix; Microsoft: addressPrefixes, a
// list; Oracle: cidr.
constexpr std::string_view kRangeKeys[] = {"ip_prefix",  "ipv6_prefix",     "ipv4Prefix",
                                           "ipv6Prefix", "addressPrefixes", "cidr"};

void Collect(const simdjson::dom::element& element, bool is_range,
             std::vector<std::string>* ranges) {
  switch (element.type()) {
    case simdjson::dom::element_type::STRING:
      if (is_range) ranges->emplace_back(std::string_view(element));
      break;
    case simdjson::dom::element_type::ARRAY:
      for (const auto item : simdjson::dom::array(element)) Collect(item, is_range, ranges);
      break;
    case simdjson::dom::element_type::OBJECT:
      for (const auto [key, value] : simdjson::dom::object(element)) {
        const auto known = std::find(std::begin(kRangeKeys), std::end(kRangeKeys), key);
        Collect(value, known != std::end(kRangeKeys), ranges);
      }
      break;
    default:
      break;
  }
}

}  // namespace

std::string ReadCloudRanges(std::string_view text, std::vector<std::string>* ranges) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (const auto error = parser.parse(simdjson::padded_string(text)).get(root); error) {
    return simdjson::error_message(error);
  }
  Collect(root, false, ranges);
  return "";
}

}  // namespace sekisho
