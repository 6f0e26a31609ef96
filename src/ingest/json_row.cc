#include "ingest/json_row.h"

#include <simdjson.h>

#include "core/limits.h"

namespace sekisho {

struct JsonRow::Parser {
  simdjson::dom::parser parser;
  JsonRow* row;
  std::string error;

  void Add(const std::string& path, std::string_view text, bool is_text) {
    const auto [found, is_new] = row->index_.emplace(path, row->columns_.size());
    if (is_new && row->columns_.size() >= limits::kEventFieldsMax) {
      row->index_.erase(found);
      error = "the records of the file have more than " + std::to_string(limits::kEventFieldsMax) +
              " different members";
      return;
    }
    if (is_new) {
      row->columns_.push_back(path);
      row->cells_.emplace_back();
    }
    CsvCell& cell = row->cells_[found->second];
    if (!cell.text.empty()) return;
    cell.text = text;
    cell.quoted = cell.quoted || is_text;
  }

  void Walk(const std::string& path, simdjson::dom::element element, int depth) {
    if (depth > limits::kNestingMax) {
      error = "the record is nested deeper than " + std::to_string(limits::kNestingMax) + " levels";
      return;
    }
    simdjson::dom::object object;
    simdjson::dom::array array;
    std::string_view text;
    if (element.get(object) == simdjson::SUCCESS) {
      for (const simdjson::dom::key_value_pair field : object) {
        std::string name = path;
        if (!name.empty()) name += '.';
        Walk(name.append(field.key), field.value, depth + 1);
      }
    } else if (element.get(array) == simdjson::SUCCESS) {
      for (const simdjson::dom::element item : array) Walk(path, item, depth + 1);
    } else if (element.get(text) == simdjson::SUCCESS) {
      Add(path, text, true);
    } else if (element.is_null()) {
      Add(path, {}, false);
    } else {
      Add(path, row->made_.emplace_back(simdjson::minify(element)), false);
    }
  }
};

JsonRow::JsonRow() : parser_(std::make_unique<Parser>()) { parser_->row = this; }
JsonRow::~JsonRow() = default;

std::string JsonRow::Read(std::string_view record) {
  cells_.assign(columns_.size(), CsvCell());
  made_.clear();
  parser_->error.clear();
  simdjson::dom::element element;
  const simdjson::error_code broken =
      parser_->parser.parse(record.data(), record.size()).get(element);
  if (broken != simdjson::SUCCESS) {
    return std::string("the record is no JSON: ") + simdjson::error_message(broken);
  }
  if (!element.is_object()) return "a record is a JSON object";
  parser_->Walk("", element, 0);
  return parser_->error;
}

}  // namespace sekisho
