#include "ingest/json_tokens.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace sekisho {

struct JsonTokens::Implementation {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
  size_t capacity = 0;
  std::array<uint32_t, kEndEntries> none = {};  // the end entries of a text without tokens
};

JsonTokens::JsonTokens() : implementation_(std::make_unique<Implementation>()) {}
JsonTokens::~JsonTokens() = default;

const uint32_t* JsonTokens::offsets() const {
  return count_ == 0 ? implementation_->none.data()
                     : implementation_->parser->structural_indexes.get();
}

JsonTokens::Outcome JsonTokens::Find(std::string_view text) {
  Implementation& my = *implementation_;
  count_ = 0;
  my.none.fill(static_cast<uint32_t>(text.size()));
  if (my.parser == nullptr || my.capacity <= text.size()) {
    const size_t capacity = std::max<size_t>(text.size() + 1, 64 << 10);
    my.capacity = 0;
    if (simdjson::get_active_implementation()->create_dom_parser_implementation(
            capacity, simdjson::DEFAULT_MAX_DEPTH, my.parser) != simdjson::SUCCESS) {
      return Outcome::kFailed;
    }
    my.capacity = capacity;
  }
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  switch (my.parser->stage1(bytes, text.size(), simdjson::stage1_mode::regular)) {
    case simdjson::SUCCESS:
      count_ = my.parser->n_structural_indexes;
      // simdjson keeps room for more entries than this behind the last one.
      std::fill_n(&my.parser->structural_indexes[count_], kEndEntries,
                  static_cast<uint32_t>(text.size()));
      return Outcome::kFound;
    case simdjson::EMPTY:
      return Outcome::kFound;
    case simdjson::UNESCAPED_CHARS:
      return Outcome::kControlCharacter;
    case simdjson::UTF8_ERROR:
      return Outcome::kNotUtf8;
    case simdjson::UNCLOSED_STRING:
      return Outcome::kOpenString;
    default:
      return Outcome::kFailed;
  }
}

}  // namespace sekisho
