// Names and other texts of events that the report's data refers to by number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/json_writer.h"

namespace sekisho {

// Texts repeat, so each stands once. The accounts that the page lists are named by their place in
// the queue. Everything that events bring into the page goes through here, so that it can be
// counted.
class ReportNames {
 public:
  // The number of a text, made visible and cut to 200 bytes.
  int64_t Text(std::string_view text);

  // Lists the next account of the queue, whose name must outlive this.
  void List(std::string_view account);

  // The place in the queue of a listed account; an array of the number of its text for another one.
  void WriteAccount(std::string_view name, JsonWriter* json);

  // The place in the queue; SIZE_MAX when it is not listed.
  size_t PlaceOf(std::string_view account) const;

  // How many accounts are listed: the first of the queue.
  size_t listed() const { return places_.size(); }
  // What the texts take in the page.
  size_t bytes() const { return bytes_; }

  // The array of all texts.
  void WriteTexts(JsonWriter* json) const;

 private:
  absl::flat_hash_map<std::string_view, size_t> places_;
  absl::flat_hash_map<std::string, int64_t> numbers_;
  std::vector<std::string> texts_;
  size_t bytes_ = 0;
};

}  // namespace sekisho
