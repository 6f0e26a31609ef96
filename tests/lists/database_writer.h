// Writes small MaxMind DB files (https://maxmind.github.io/MaxMind-DB/), so that tests need no real
// one.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "lists/address.h"

namespace sekisho::testing {

// A value of a record: a text, a number, a degree, a truth value, a map or an empty array.
struct Datum {
  struct Entry;
  using Map = std::vector<Entry>;
  struct Array {};
  std::variant<std::string, uint32_t, double, bool, Map, uint16_t, uint64_t, Array> value;
};

struct Datum::Entry {
  std::string key;
  Datum value;
};

class DatabaseWriter {
 public:
  explicit DatabaseWriter(uint16_t record_size = 24, uint16_t ip_version = 6)
      : record_size_(record_size), ip_version_(ip_version) {}

  // Ranges must not lie inside each other.
  void Add(const char* range, const Datum& record) {
    const AddressRange read = *ParseAddressRange(range);
    const int lead = ip_version_ == 6 && read.first.v4 ? 96 : 0;
    const int prefix = read.prefix + lead;
    size_t node = 0;
    for (int bit = 0; bit < prefix; ++bit) {
      const size_t side = Bit(read.first, bit, lead);
      if (bit + 1 == prefix) {
        nodes_[node].child[side] = kData | data_.size();
      } else {
        if (nodes_[node].child[side] == kEmpty) {
          nodes_[node].child[side] = nodes_.size();
          nodes_.push_back({});
        }
        node = nodes_[node].child[side];
      }
    }
    data_ += Encode(record);
  }

  std::string Bytes() const {
    std::string bytes;
    for (const Node& node : nodes_) AppendNode(node, &bytes);
    bytes.append(16, '\0');
    bytes += data_;
    bytes += "\xab\xcd\xefMaxMind.com";
    return bytes + Encode({Datum::Map{{"node_count", {static_cast<uint32_t>(nodes_.size())}},
                                      {"record_size", {record_size_}},
                                      {"ip_version", {ip_version_}},
                                      {"database_type", {std::string("Sekisho-Test")}},
                                      {"binary_format_major_version", {uint16_t{2}}},
                                      {"binary_format_minor_version", {uint16_t{0}}},
                                      {"build_epoch", {uint64_t{1'767'225'600}}},
                                      {"languages", {Datum::Array{}}},
                                      {"description", {Datum::Map{}}}}});
  }

 private:
  static constexpr size_t kEmpty = 0;
  static constexpr size_t kData = size_t{1} << 40U;
  struct Node {
    size_t child[2] = {kEmpty, kEmpty};
  };

  static size_t Bit(const Address& address, int bit, int lead) {
    if (bit < lead) return 0;
    if (address.v4) return address.low >> (31 - (bit - lead)) & 1U;
    return (bit < 64 ? address.high >> (63 - bit) : address.low >> (127 - bit)) & 1U;
  }

  uint64_t RecordOf(size_t child) const {
    if (child == kEmpty) return nodes_.size();
    return (child & kData) != 0 ? nodes_.size() + 16 + (child & ~kData) : child;
  }

  void AppendNode(const Node& node, std::string* out) const {
    const uint64_t left = RecordOf(node.child[0]);
    const uint64_t right = RecordOf(node.child[1]);
    const auto put = [out](uint64_t value, int bytes) {
      for (int i = bytes - 1; i >= 0; --i) out->push_back(static_cast<char>(value >> (8 * i)));
    };
    if (record_size_ == 28) {
      put(left & 0xffffff, 3);
      put((left >> 24U) << 4U | right >> 24U, 1);
      put(right & 0xffffff, 3);
    } else {
      put(left, record_size_ / 8);
      put(right, record_size_ / 8);
    }
  }

  static std::string Head(int type, size_t size) {
    std::string head;
    const int shown = size < 29 ? static_cast<int>(size) : 29;
    if (type > 7) {
      head = {static_cast<char>(shown), static_cast<char>(type - 7)};
    } else {
      head = {static_cast<char>(type << 5 | shown)};
    }
    if (size >= 29) head.push_back(static_cast<char>(size - 29));
    return head;
  }

  static std::string Number(uint64_t number, int bytes) {
    std::string text;
    for (int i = bytes - 1; i >= 0; --i) text.push_back(static_cast<char>(number >> (8 * i)));
    return text;
  }

  static std::string Encode(const Datum& datum) {
    if (const auto* text = std::get_if<std::string>(&datum.value)) {
      return Head(2, text->size()) + *text;
    }
    if (const auto* number = std::get_if<uint32_t>(&datum.value)) {
      return Head(6, 4) + Number(*number, 4);
    }
    if (const auto* small = std::get_if<uint16_t>(&datum.value)) {
      return Head(5, 2) + Number(*small, 2);
    }
    if (const auto* large = std::get_if<uint64_t>(&datum.value)) {
      return Head(9, 8) + Number(*large, 8);
    }
    if (std::holds_alternative<Datum::Array>(datum.value)) return Head(11, 0);
    if (const auto* truth = std::get_if<bool>(&datum.value)) return Head(14, *truth ? 1 : 0);
    if (const auto* degree = std::get_if<double>(&datum.value)) {
      uint64_t bits = 0;
      static_assert(sizeof bits == sizeof *degree);
      __builtin_memcpy(&bits, degree, sizeof bits);
      return Head(3, 8) + Number(bits, 8);
    }
    const auto& map = std::get<Datum::Map>(datum.value);
    std::string bytes = Head(7, map.size());
    for (const Datum::Entry& entry : map) {
      bytes += Head(2, entry.key.size()) + entry.key + Encode(entry.value);
    }
    return bytes;
  }

  uint16_t record_size_;
  uint16_t ip_version_;
  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::string data_;
};

}  // namespace sekisho::testing
