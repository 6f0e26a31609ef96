#include "lists/postal_table.h"

#include <algorithm>
#include <optional>

#include "core/limits.h"
#include "core/status.h"
#include "lists/list_lines.h"

namespace sekisho {

ListCount PostalTable::AddAddresses(const ListSpec& spec, std::string_view text,
                                    DiagnosticSink* sink) {
  ListCount count;
  const std::optional<ListPart> part = ParseAddressClass(spec.list_class);
  if (!part) return count;
  const size_t number = static_cast<size_t>(*part) - static_cast<size_t>(ListPart::kMailbox);
  ListLines lines(spec.file, text, sink, ListComments::kWholeLines);
  for (std::string_view line; lines.Next(&line);) {
    const std::optional<std::string> key = AddressKey(line);
    if (!key) {
      lines.Refuse("the line is no postal address with a street or town and a number",
                   "write one whole address a line");
    } else if (entries_.size() >= limits::kListEntriesMax) {
      lines.Refuse("there are too many addresses", "leave out what you do not need");
    } else {
      int64_t& until = entries_[*key][number];
      until = std::max(until, spec.ExpiresMs());
      ++count.entries;
    }
  }
  lines.Finish();
  count.refused = lines.refused();
  if (count.entries > 0) count.parts.Add(*part);
  return count;
}

std::string_view PostalTable::ClassOf(const PostalAddress& address, int64_t time_ms) const {
  const std::string_view found = ClassOfKey(address.key, time_ms);
  return found.empty() ? ClassOfKey(address.building_key, time_ms) : found;
}

std::string_view PostalTable::ClassOfKey(std::string_view key, int64_t time_ms) const {
  const auto found = entries_.find(ToAbsl(key));
  if (found == entries_.end()) return "";
  for (size_t i = 0; i < kAddressClasses; ++i) {
    if (time_ms >= found->second[i]) continue;
    return ListPartName(static_cast<ListPart>(static_cast<size_t>(ListPart::kMailbox) + i));
  }
  return "";
}

}  // namespace sekisho
