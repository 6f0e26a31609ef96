// The ranges that companies who rent out machines publish as JSON.
//
// Sources of the forms: Amazon, ip-ranges.json
// (https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-syntax.html); Google, cloud.json
// (https://www.gstatic.com/ipranges/cloud.json); Microsoft, Service Tags
// (https://learn.microsoft.com/azure/virtual-network/service-tags-overview); Oracle,
// public_ip_ranges.json
// (https://docs.oracle.com/en-us/iaas/Content/General/Concepts/addressranges.htm).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

// A list of ranges in lines never begins so.
inline bool LooksLikeJson(std::string_view text) {
  const size_t start = text.find_first_not_of(" \t\r\n");
  return start != std::string_view::npos && text[start] == '{';
}

// Appends what stands where one of these forms has a range, in the order of the file; whether it is
// one is not looked at. Returns "" or why the text is no JSON. Thread-safe.
std::string ReadCloudRanges(std::string_view text, std::vector<std::string>* ranges);

}  // namespace sekisho
