// Names and other texts of events that the report's data refers to by number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/json_writer.h"
#include "service/assessing.h"

namespace sekisho {

// Texts repeat, so each stands once. An account of the queue is named by its place in it, as far as
// the page lists it. The queue must outlive this.
class ReportNames {
 public:
  explicit ReportNames(const std::vector<AccountAssessment>& queue);

  // The number of a text, made visible and cut to 200 bytes.
  int64_t Text(std::string_view text);

  // The place in the queue of a listed account; the visible text of another one.
  void WriteAccount(std::string_view name, JsonWriter* json) const;

  // The place in the queue; SIZE_MAX when it is not listed.
  size_t PlaceOf(std::string_view account) const;

  // How many accounts of the queue are listed.
  size_t listed() const { return places_.size(); }
  // What the texts take in the page, about.
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
