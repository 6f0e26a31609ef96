#include "lists/network_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/limits.h"
#include "core/suggestion.h"
#include "core/time.h"
#include "lists/cloud_ranges.h"
#include "lists/list_lines.h"

namespace sekisho {
namespace {

std::string_view Trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Among lists that name the same range, the class that says most about it goes first: a list of
// data centres often holds the VPN exits as well.
int Rank(const NetworkRecord& record) {
  constexpr std::string_view kOrder[] = {
      "exempt", "tor", "residential_proxy", "vpn", "proxy", "mobile_carrier", "home", "hosting"};
  const std::string& name = At(record.values, NetworkField::kClass);
  return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), name) -
                          std::begin(kOrder));
}

// One line of a list of ranges.
struct RangeLine {
  AddressRange range;
  std::string list_class;
  std::string brand;
  std::string from;
  std::string until;
};

// The address of a line of Tor's exit-addresses ("ExitAddress 192.0.2.1 2026-11-01 …"); its other
// lines say nothing. Other lines stay as they are.
std::optional<std::string_view> WithoutTorWords(std::string_view line) {
  for (const std::string_view word : {"ExitNode ", "Published ", "LastStatus "}) {
    if (line.starts_with(word)) return std::nullopt;
  }
  constexpr std::string_view kExit = "ExitAddress ";
  if (!line.starts_with(kExit)) return line;
  line.remove_prefix(kExit.size());
  return line.substr(0, line.find(' '));
}

// "" or what is wrong.
std::string ReadPart(std::string_view part, RangeLine* out) {
  const size_t equals = part.find('=');
  const std::string_view key = Trim(part.substr(0, equals));
  const std::string value(equals == std::string_view::npos ? "" : Trim(part.substr(equals + 1)));
  if (value.empty()) return "\"" + std::string(part) + "\" is not key=value";
  if (key == "class") {
    out->list_class = value;
    return ParseRangeClass(value) ? "" : "there is no class \"" + value + "\"";
  }
  if (key == "brand") {
    out->brand = value;
    return "";
  }
  if (key != "from" && key != "until") return "a line has no key \"" + std::string(key) + "\"";
  (key == "from" ? out->from : out->until) = value;
  return DayStartMs(value) ? "" : "\"" + value + "\" is not a date YYYY-MM-DD";
}

std::string ReadRangeLine(std::string_view line, RangeLine* out) {
  size_t comma = line.find(',');
  const std::string_view range = Trim(line.substr(0, comma));
  const std::optional<AddressRange> read = ParseAddressRange(range);
  if (!read) return Quoted(range) + " is no address or range";
  out->range = *read;
  while (comma != std::string_view::npos) {
    const size_t next = line.find(',', comma + 1);
    std::string problem = ReadPart(
        Trim(line.substr(comma + 1, next == std::string_view::npos ? next : next - comma - 1)),
        out);
    if (!problem.empty()) return problem;
    comma = next;
  }
  return "";
}

NetworkRecord RecordOf(const RangeLine& line, const ListSpec& spec) {
  NetworkRecord record;
  if (line.list_class == "watched") {
    // Beside the class, not in its place: a rented range inside a watched one is both.
    At(&record.values, NetworkField::kWatched) = line.brand.empty() ? spec.source : line.brand;
  } else {
    At(&record.values, NetworkField::kClass) = line.list_class;
    if (line.list_class != "mobile_carrier") {
      At(&record.values, NetworkField::kBrand) = line.brand;
    }
  }
  record.from_ms = DayStartMs(line.from).value_or(0);
  const std::optional<int64_t> until = DayStartMs(line.until);
  record.until_ms = std::min(until ? *until + kDayMs : kNoEndMs, spec.ExpiresMs());
  return record;
}

// The pool that each line belongs to: all ranges of one brand are one address, named by the first.
std::vector<std::string> PoolsOf(const std::vector<RangeLine>& lines) {
  std::map<std::string, AddressRange> first;
  for (const RangeLine& line : lines) {
    if (line.brand.empty()) continue;
    const auto [found, is_new] = first.emplace(line.brand, line.range);
    if (!is_new && line.range.first < found->second.first) found->second = line.range;
  }
  std::vector<std::string> pools;
  pools.reserve(lines.size());
  for (const RangeLine& line : lines) {
    pools.push_back(FormatAddressRange(line.brand.empty() ? line.range : first.at(line.brand)));
  }
  return pools;
}

constexpr std::pair<std::string_view, NetworkField> kColumns[] = {
    {"country", NetworkField::kCountry},
    {"city", NetworkField::kCity},
    {"latitude", NetworkField::kLatitude},
    {"longitude", NetworkField::kLongitude},
    {"accuracy_km", NetworkField::kAccuracy},
    {"time_zone", NetworkField::kTimeZone},
    {"asn", NetworkField::kAsn},
    {"organisation", NetworkField::kOrganisation},
    {"connection", NetworkField::kConnection}};

// Reads the rows of a table of places by the columns of its head.
class PlaceRows {
 public:
  // "" or what is wrong.
  std::string ReadHead(std::string_view line) {
    if (std::string problem = SplitCells(line, &cells_); !problem.empty()) return problem;
    for (size_t i = 0; i < cells_.size(); ++i) {
      std::optional<NetworkField> field;
      std::vector<std::string_view> names = {"range"};
      for (const auto& [name, its] : kColumns) {
        names.push_back(name);
        if (name == cells_[i]) field = its;
      }
      if (cells_[i] == "range") {
        range_ = i;
      } else if (!field) {
        return "there is no column \"" + cells_[i] + "\"; known are " + Enumerate(names);
      }
      columns_.push_back(field);
    }
    if (range_ >= columns_.size() || columns_.size() < 2) {
      return "the first line must name the column range and at least one other";
    }
    return "";
  }

  std::string ReadRow(std::string_view line, AddressRange* range, NetworkValues* values) {
    if (std::string problem = SplitCells(line, &cells_); !problem.empty()) return problem;
    if (cells_.size() != columns_.size()) {
      return "the row has " + std::to_string(cells_.size()) + " columns, the first line " +
             std::to_string(columns_.size());
    }
    const std::optional<AddressRange> read = ParseAddressRange(cells_[range_]);
    if (!read) return Quoted(cells_[range_]) + " is no address or range";
    *range = *read;
    for (size_t i = 0; i < cells_.size(); ++i) {
      if (!columns_[i] || cells_[i].empty()) continue;
      std::string value = NetworkValue(*columns_[i], cells_[i]);
      if (value.empty()) return Quoted(cells_[i]) + " is no value of its column";
      At(values, *columns_[i]) = std::move(value);
    }
    return "";
  }

 private:
  std::vector<std::string> cells_;
  std::vector<std::optional<NetworkField>> columns_;
  size_t range_ = static_cast<size_t>(-1);
};

}  // namespace

ListCount NetworkTable::AddRanges(const ListSpec& spec, std::string_view text,
                                  DiagnosticSink* sink) {
  ListCount count;
  const bool json = LooksLikeJson(text);
  ListLines lines(spec.file, json ? "" : text, sink);
  std::vector<RangeLine> read;
  const auto take = [&](std::string_view line) {
    RangeLine one{{}, spec.list_class, spec.brand, spec.from, spec.until};
    const std::string problem = ReadRangeLine(line, &one);
    if (!problem.empty()) {
      lines.Refuse(problem, "write 192.0.2.0/24, or 192.0.2.0/24,brand=Example VPN");
    } else if (entries_.size() + read.size() >= limits::kListEntriesMax) {
      lines.Refuse("there are too many ranges", "leave out what you do not need");
    } else {
      read.push_back(std::move(one));
    }
  };
  if (json) {
    std::vector<std::string> ranges;
    if (const std::string problem = ReadCloudRanges(text, &ranges); !problem.empty()) {
      lines.Refuse("the file begins like JSON but is none: " + problem, "fetch it once more");
    }
    for (const std::string& range : ranges) take(range);
  }
  for (std::string_view whole; lines.Next(&whole);) {
    if (const auto line = WithoutTorWords(whole)) take(*line);
  }
  lines.Finish();
  const std::vector<std::string> pools = spec.pool ? PoolsOf(read) : std::vector<std::string>();
  for (size_t i = 0; i < read.size(); ++i) {
    NetworkRecord record = RecordOf(read[i], spec);
    if (spec.pool) At(&record.values, NetworkField::kPool) = pools[i];
    count.parts.Add(PartsOf(record.values));
    entries_.push_back({read[i].range, NumberOf(std::move(record))});
  }
  count.entries = read.size();
  count.refused = lines.refused();
  return count;
}

ListCount NetworkTable::AddPlaces(const ListSpec& spec, std::string_view text,
                                  DiagnosticSink* sink) {
  ListCount count;
  ListLines lines(spec.file, text, sink);
  PlaceRows rows;
  std::string_view line;
  if (lines.Next(&line)) {
    if (const std::string problem = rows.ReadHead(line); !problem.empty()) {
      lines.Refuse(problem, "write for example range,country,asn");
      count.refused = lines.refused();
      return count;
    }
  }
  while (lines.Next(&line)) {
    AddressRange range;
    NetworkRecord record;
    record.until_ms = spec.ExpiresMs();
    const std::string problem = rows.ReadRow(line, &range, &record.values);
    if (!problem.empty()) {
      lines.Refuse(problem, "correct the row");
    } else if (entries_.size() >= limits::kListEntriesMax) {
      lines.Refuse("there are too many ranges", "leave out what you do not need");
    } else {
      count.parts.Add(PartsOf(record.values));
      entries_.push_back({range, NumberOf(std::move(record))});
      ++count.entries;
    }
  }
  lines.Finish();
  count.refused = lines.refused();
  return count;
}

uint32_t NetworkTable::NumberOf(NetworkRecord record) {
  std::string content = std::to_string(record.from_ms) + "\n" + std::to_string(record.until_ms);
  for (const std::string& value : record.values) content.append("\n").append(value);
  const auto [found, is_new] =
      numbers_.emplace(std::move(content), static_cast<uint32_t>(records_.size()));
  if (is_new) records_.push_back(std::move(record));
  return found->second;
}

void NetworkTable::Build() {
  std::stable_sort(entries_.begin(), entries_.end(), [this](const auto& a, const auto& b) {
    return Rank(records_[a.value]) < Rank(records_[b.value]);
  });
  table_ = RangeTable(std::exchange(entries_, {}));
  numbers_.clear();
}

std::string_view NetworkTable::Value(std::span<const uint32_t> records, NetworkField field,
                                     int64_t time_ms) const {
  const std::string_view its_class =
      field == NetworkField::kBrand ? Value(records, NetworkField::kClass, time_ms) : "";
  for (const uint32_t number : records) {
    const NetworkRecord& record = records_[number];
    const std::string& value = At(record.values, field);
    if (value.empty() || time_ms < record.from_ms || time_ms >= record.until_ms) continue;
    if (field == NetworkField::kBrand && At(record.values, NetworkField::kClass) != its_class) {
      continue;
    }
    return value;
  }
  return {};
}

}  // namespace sekisho
