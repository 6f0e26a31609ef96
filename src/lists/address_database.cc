#include "lists/address_database.h"

#include <arpa/inet.h>
#include <maxminddb.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "lists/database_check.h"

namespace sekisho {
namespace {

constexpr size_t kSeparatorBytes = 16;

// A file of the kernel that exists in memory only; libmaxminddb opens files by their path.
class MemoryFile {
 public:
  MemoryFile() : file_(memfd_create("sekisho-list", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (file_ >= 0) close(file_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  bool Write(std::string_view bytes) const {
    while (file_ >= 0 && !bytes.empty()) {
      const ssize_t written = write(file_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<size_t>(written));
    }
    return file_ >= 0;
  }
  std::string Path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  const int file_;
};

std::string TextOf(const MMDB_entry_data_s& data) {
  switch (data.type) {
    case MMDB_DATA_TYPE_UTF8_STRING:
      return {data.utf8_string, data.data_size};
    case MMDB_DATA_TYPE_DOUBLE: {
      std::array<char, 32> text = {};
      std::snprintf(text.data(), text.size(), "%.6g", data.double_value);
      return text.data();
    }
    case MMDB_DATA_TYPE_UINT16:
      return std::to_string(data.uint16);
    case MMDB_DATA_TYPE_UINT32:
      return std::to_string(data.uint32);
    case MMDB_DATA_TYPE_BOOLEAN:
      return data.boolean ? "true" : "false";
    default:
      return "";
  }
}

}  // namespace

// Databases put the same value in different places. A flag gives the class `flag_class` when it is
// true; stronger classes stand first.
struct AddressDatabase::Source {
  NetworkField field;
  std::array<const char*, 4> path;  // ends with a null
  std::string_view flag_class;
};

const std::vector<AddressDatabase::Source>& AddressDatabase::AllSources() {
  using Field = NetworkField;
  static const auto* const sources = new std::vector<Source>{
      {Field::kCountry, {"country", "iso_code"}, ""},
      {Field::kCountry, {"country_code"}, ""},
      {Field::kCountry, {"country"}, ""},
      {Field::kCity, {"city", "names", "en"}, ""},
      {Field::kCity, {"city"}, ""},
      {Field::kLatitude, {"location", "latitude"}, ""},
      {Field::kLatitude, {"latitude"}, ""},
      {Field::kLatitude, {"lat"}, ""},
      {Field::kLongitude, {"location", "longitude"}, ""},
      {Field::kLongitude, {"longitude"}, ""},
      {Field::kLongitude, {"lng"}, ""},
      {Field::kAccuracy, {"location", "accuracy_radius"}, ""},
      {Field::kAccuracy, {"accuracy_radius"}, ""},
      {Field::kTimeZone, {"location", "time_zone"}, ""},
      {Field::kTimeZone, {"time_zone"}, ""},
      {Field::kTimeZone, {"timezone"}, ""},
      {Field::kAsn, {"autonomous_system_number"}, ""},
      {Field::kAsn, {"traits", "autonomous_system_number"}, ""},
      {Field::kAsn, {"asn"}, ""},
      {Field::kOrganisation, {"autonomous_system_organization"}, ""},
      {Field::kOrganisation, {"traits", "autonomous_system_organization"}, ""},
      {Field::kOrganisation, {"as_name"}, ""},
      {Field::kOrganisation, {"organization"}, ""},
      {Field::kConnection, {"traits", "user_type"}, ""},
      {Field::kConnection, {"user_type"}, ""},
      {Field::kConnection, {"traits", "connection_type"}, ""},
      {Field::kConnection, {"connection_type"}, ""},
      {Field::kClass, {"is_tor_exit_node"}, "tor"},
      {Field::kClass, {"traits", "is_tor_exit_node"}, "tor"},
      {Field::kClass, {"is_residential_proxy"}, "residential_proxy"},
      {Field::kClass, {"traits", "is_residential_proxy"}, "residential_proxy"},
      {Field::kClass, {"is_anonymous_vpn"}, "vpn"},
      {Field::kClass, {"traits", "is_anonymous_vpn"}, "vpn"},
      {Field::kClass, {"is_public_proxy"}, "proxy"},
      {Field::kClass, {"traits", "is_public_proxy"}, "proxy"},
      {Field::kClass, {"is_hosting_provider"}, "hosting"},
      {Field::kClass, {"traits", "is_hosting_provider"}, "hosting"},
  };
  return *sources;
}

AddressDatabase::AddressDatabase() : database_(std::make_unique<MMDB_s>()) {}

AddressDatabase::~AddressDatabase() {
  if (is_open_) MMDB_close(database_.get());
}

StatusOr<std::shared_ptr<const AddressDatabase>> AddressDatabase::Open(std::string_view bytes) {
  auto database = std::unique_ptr<AddressDatabase>(new AddressDatabase());
  if (Status status = database->Load(bytes); !status.ok()) return status;
  return std::shared_ptr<const AddressDatabase>(std::move(database));
}

Status AddressDatabase::Load(std::string_view bytes) {
  const size_t metadata = FindDatabaseMetadata(bytes);
  if (metadata == std::string_view::npos) {
    return InvalidInput("this is no MaxMind DB file, or its end is missing");
  }
  std::string problem;
  DatabaseMetadata known;
  if (!ReadDatabaseMetadata(bytes.substr(metadata + kDatabaseMarkerBytes), &known, &problem)) {
    return InvalidInput("the metadata are damaged: " + problem);
  }
  const uint64_t tree = known.node_count * known.record_size / 4;
  if (tree + kSeparatorBytes > metadata) {
    return InvalidInput("the metadata do not fit the file: it may be cut off");
  }
  const MemoryFile file;
  if (!file.Write(bytes.substr(0, metadata)) || !file.Write(WriteDatabaseMetadata(known))) {
    return InvalidInput("there is not enough memory for the database");
  }
  const int opened = MMDB_open(file.Path().c_str(), MMDB_MODE_MMAP, database_.get());
  if (opened != MMDB_SUCCESS) {
    return InvalidInput(std::string("the database cannot be opened: ") + MMDB_strerror(opened));
  }
  is_open_ = true;
  type_ = known.type;
  return CheckTree(bytes.substr(tree + kSeparatorBytes, metadata - tree - kSeparatorBytes));
}

// Finds out which sources the records have. A field of few records counts like any other: three
// exits of Tor among all networks are what a list of them is for. So every different record is
// asked, but only for what was not found before, and a map that records share is looked at once.
class AddressDatabase::Search {
 public:
  Search(const AddressDatabase& database, const DatabaseValues& values, size_t data_bytes)
      : database_(database), values_(values), asked_(data_bytes) {
    for (const Source& source : AllSources()) {
      Place* place = &top_;
      for (size_t i = 0; source.path[i] != nullptr; ++i) place = Below(source.path[i], place);
      place->open.push_back(&source);
    }
  }

  // A record that was checked.
  void Ask(uint32_t record) {
    const size_t at = values_.Target(record);
    if (asked_[at]) return;
    asked_[at] = true;
    AskMap(record, at, 0, &top_);
  }

  bool Found(const Source& source) const { return found_.contains(&source); }

 private:
  // What may follow in a path.
  struct Place {
    std::string_view key;
    std::vector<const Source*> open;  // end here and were not found yet
    std::vector<Place> below;
  };

  static Place* Below(std::string_view key, Place* place) {
    for (Place& one : place->below) {
      if (one.key == key) return &one;
    }
    return &place->below.emplace_back(Place{key, {}, {}});
  }

  static bool IsDone(const Place& place) {
    return place.open.empty() && std::all_of(place.below.begin(), place.below.end(), IsDone);
  }

  void AskMap(uint32_t record, size_t map, size_t depth, Place* place) {
    std::vector<DatabaseValues::Entry>& entries = entries_[depth];
    values_.Entries(map, &entries);
    for (const DatabaseValues::Entry& entry : entries) {
      const auto next = std::find_if(place->below.begin(), place->below.end(),
                                     [&](const Place& one) { return one.key == entry.key; });
      if (next == place->below.end() || IsDone(*next)) continue;
      if (!entry.is_map) {
        std::erase_if(next->open, [&](const Source* one) { return Has(record, *one); });
      } else if (!next->below.empty() &&
                 (!entry.is_shared || shared_.emplace(&*next, entry.value).second)) {
        AskMap(record, entry.value, depth + 1, &*next);
      }
    }
  }

  bool Has(uint32_t record, const Source& source) {
    NetworkValues values;
    return database_.Read(record, source, &values) && found_.insert(&source).second;
  }

  const AddressDatabase& database_;
  const DatabaseValues& values_;
  Place top_;
  std::vector<bool> asked_;  // by offset
  absl::flat_hash_set<std::pair<const Place*, size_t>> shared_;
  absl::flat_hash_set<const Source*> found_;
  std::array<std::vector<DatabaseValues::Entry>, 3> entries_;  // by depth: a path has three keys
};

// Every node and every record that one of them leads to.
Status AddressDatabase::CheckTree(std::string_view data) {
  DatabaseValues values(data);
  Search search(*this, values, data.size());
  for (uint32_t i = 0; i < database_->metadata.node_count; ++i) {
    MMDB_search_node_s node;
    if (MMDB_read_node(database_.get(), i, &node) != MMDB_SUCCESS) {
      return InvalidInput("the tree of addresses is damaged");
    }
    for (const auto& [type, entry] : {std::pair(node.left_record_type, node.left_record_entry),
                                      std::pair(node.right_record_type, node.right_record_entry)}) {
      if (type == MMDB_RECORD_TYPE_SEARCH_NODE || type == MMDB_RECORD_TYPE_EMPTY) continue;
      std::string problem = "a node leads nowhere";
      if (type != MMDB_RECORD_TYPE_DATA || !values.Check(entry.offset, &problem)) {
        return InvalidInput("the data are damaged: " + problem);
      }
      ++networks_;
      search.Ask(entry.offset);
    }
  }
  if (networks_ == 0) return InvalidInput("the database holds no network");
  for (const Source& source : AllSources()) {
    if (search.Found(source)) AddSource(source);
  }
  return absl::OkStatus();
}

void AddressDatabase::AddSource(const Source& source) {
  sources_.push_back(&source);
  if (source.flag_class.empty()) {
    NetworkValues values;
    At(&values, source.field) = "known";
    parts_.Add(PartsOf(values));
  } else if (const auto part = ParseRangeClass(source.flag_class)) {
    parts_.Add(*part);
  }
}

// True when the record has a value there, even if it is a flag that says no.
bool AddressDatabase::Read(uint32_t record, const Source& source, NetworkValues* values) const {
  MMDB_entry_s entry{database_.get(), record};
  MMDB_entry_data_s data;
  if (MMDB_aget_value(&entry, &data, source.path.data()) != MMDB_SUCCESS || !data.has_data) {
    return false;
  }
  const std::string text = TextOf(data);
  std::string& value = At(values, source.field);
  if (source.flag_class.empty()) {
    std::string normal = NetworkValue(source.field, text);
    if (normal.empty()) return false;
    if (value.empty()) value = std::move(normal);
    return true;
  }
  if (value.empty() && text == "true") value = source.flag_class;
  return text == "true" || text == "false";
}

void AddressDatabase::Find(const Address& address, NetworkValues* values) const {
  sockaddr_storage storage = {};
  if (address.v4) {
    sockaddr_in v4 = {};
    v4.sin_family = AF_INET;
    v4.sin_addr.s_addr = htonl(static_cast<uint32_t>(address.low));
    std::memcpy(&storage, &v4, sizeof v4);
  } else {
    sockaddr_in6 v6 = {};
    v6.sin6_family = AF_INET6;
    for (size_t i = 0; i < 8; ++i) {
      v6.sin6_addr.s6_addr[i] = static_cast<uint8_t>(address.high >> (56 - 8 * i));
      v6.sin6_addr.s6_addr[8 + i] = static_cast<uint8_t>(address.low >> (56 - 8 * i));
    }
    std::memcpy(&storage, &v6, sizeof v6);
  }
  int error = MMDB_SUCCESS;
  const MMDB_lookup_result_s found =
      MMDB_lookup_sockaddr(database_.get(), reinterpret_cast<const sockaddr*>(&storage), &error);
  if (error != MMDB_SUCCESS || !found.found_entry) return;
  for (const Source* source : sources_) Read(found.entry.offset, *source, values);
}

}  // namespace sekisho
