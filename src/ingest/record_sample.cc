#include "ingest/record_sample.h"

#include <simdjson.h>
#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "core/limits.h"
#include "ingest/csv_record.h"
#include "ingest/json_text.h"
#include "ingest/source.h"
#include "ingest/table_rows.h"

namespace sekisho {
namespace {

constexpr size_t kHeadBytes = 256 << 10;
constexpr size_t kValuesMax = 300;
constexpr size_t kValueBytesMax = 200;

// Columns as they turn up, with what they hold.
class Columns {
 public:
  void Add(std::string_view name, std::string_view text) {
    const auto [found, is_new] = index_.emplace(std::string(name), columns_.size());
    if (is_new && columns_.size() >= limits::kEventFieldsMax) {
      index_.erase(found);
      return;
    }
    if (is_new) {
      columns_.emplace_back().name = std::string(name);
      seen_.emplace_back();
    }
    if (text.empty()) return;
    SampledColumn& column = columns_[found->second];
    ++column.filled;
    std::string value(CutUtf8(text, kValueBytesMax));
    if (!seen_[found->second].insert(value).second) {
      column.unique = false;
    } else if (column.values.size() < kValuesMax) {
      column.values.push_back(std::move(value));
    }
  }
  std::vector<SampledColumn> Take() { return std::move(columns_); }

 private:
  std::vector<SampledColumn> columns_;
  std::vector<absl::flat_hash_set<std::string>> seen_;
  absl::flat_hash_map<std::string, size_t> index_;
};

// The text of the member of `object` that is called as the last part of `path`; empty without one.
std::string MemberText(simdjson::dom::object object, std::string_view path) {
  simdjson::dom::element member;
  const std::string_view key = path.substr(path.rfind('.') + 1);
  if (object.at_key_case_insensitive(key).get(member) != simdjson::SUCCESS || member.is_null()) {
    return "";
  }
  std::string_view text;
  return member.get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::minify(member);
}

void AddPair(const std::string& path, simdjson::dom::element item, const PairList& pairs,
             Columns* columns) {
  simdjson::dom::object object;
  if (item.get(object) != simdjson::SUCCESS) return;
  const std::string name = MemberText(object, pairs.name);
  if (name.empty()) return;
  std::string value;
  for (size_t i = 0; i < pairs.values.size() && value.empty(); ++i) {
    value = MemberText(object, pairs.values[i]);
  }
  columns->Add(path + "." + name, value);
}

void AddJson(const std::string& path, simdjson::dom::element element, const Mapping* mapping,
             int depth, Columns* columns) {
  if (depth > limits::kNestingMax) return;
  simdjson::dom::object object;
  simdjson::dom::array array;
  std::string_view text;
  if (element.get(object) == simdjson::SUCCESS) {
    for (const simdjson::dom::key_value_pair field : object) {
      std::string name = path;
      if (!name.empty()) name += '.';
      AddJson(name.append(field.key), field.value, mapping, depth + 1, columns);
    }
  } else if (element.get(array) == simdjson::SUCCESS) {
    const PairList* const pairs = mapping == nullptr ? nullptr : mapping->PairsOf(path);
    for (const simdjson::dom::element item : array) {
      if (pairs == nullptr) {
        AddJson(path, item, mapping, depth + 1, columns);
        return;  // mappings take the first
      }
      AddPair(path, item, *pairs, columns);
    }
  } else if (element.get(text) == simdjson::SUCCESS) {
    columns->Add(path, text);
  } else {
    columns->Add(path, element.is_null() ? "" : simdjson::minify(element));
  }
}

// The first bytes, unpacked, as they are.
StatusOr<std::string> ReadHead(const std::string& path) {
  SpoolBudget budget{int64_t{8} << 20, {}};
  StatusOr<std::unique_ptr<Source>> source = Source::Open(path, &budget);
  if (!source.ok()) return source.status();
  std::string head(kHeadBytes, '\0');
  size_t filled = 0;
  while (filled < head.size()) {
    const StatusOr<size_t> got = (*source)->Read(head.data() + filled, head.size() - filled);
    if (!got.ok() || *got == 0) break;
    filled += *got;
  }
  head.resize(filled);
  return head;
}

// The character that cuts the first line into most cells.
char DelimiterOf(const std::vector<std::string>& columns) {
  if (columns.size() != 1) return ',';
  char best = ',';
  int64_t most = 0;
  for (const char c : {'\t', ';', '|'}) {
    const int64_t count = std::count(columns[0].begin(), columns[0].end(), c);
    if (count > most) {
      most = count;
      best = c;
    }
  }
  return best;
}

// Adds the record that `rows` stands on; a refused one is counted.
void AddRow(RowOutcome outcome, const TableRows& rows, const Mapping* mapping,
            simdjson::dom::parser* parser, RecordSample* sample, Columns* columns) {
  if (!rows.columns().empty()) sample->csv = true;
  if (outcome == RowOutcome::kRow) {
    ++sample->rows;
    for (size_t i = 0; i < rows.columns().size(); ++i) {
      columns->Add(rows.columns()[i], rows.cells()[i].text);
    }
    return;
  }
  simdjson::dom::element element;
  const bool json =
      rows.columns().empty() &&
      parser->parse(rows.raw().data(), rows.raw().size()).get(element) == simdjson::SUCCESS &&
      element.is_object();
  if (json) {
    ++sample->rows;
    AddJson("", element, mapping, 0, columns);
  } else {
    ++sample->refused;
  }
}

}  // namespace

StatusOr<RecordSample> SampleRecords(const std::string& path, std::optional<Encoding> stated,
                                     const Mapping* mapping) {
  RecordSample sample;
  sample.path = path;
  struct stat info;
  if (stat(path.c_str(), &info) == 0) sample.file_bytes = static_cast<uint64_t>(info.st_size);
  const StatusOr<std::string> head = ReadHead(path);
  if (!head.ok()) return head.status();
  sample.guess = GuessEncoding(*head);
  sample.encoding = stated.value_or(sample.guess.encoding.value_or(Encoding::kUtf8));
  sample.undecodable = CountUndecodable(sample.encoding, *head);
  InputOptions options;
  options.encoding = sample.encoding;
  options.columns_read.emplace();  // whoever reads them knows which may stand twice
  if (mapping != nullptr) options.layout = mapping->layout;
  const StatusOr<std::unique_ptr<TableRows>> rows = TableRows::Open(path, options);
  if (!rows.ok()) return rows.status();
  Columns columns;
  simdjson::dom::parser parser;
  RowOutcome outcome = RowOutcome::kEnd;
  while (sample.rows + sample.refused < limits::kSampleRowsMax &&
         (outcome = (*rows)->Next()) != RowOutcome::kEnd) {
    AddRow(outcome, **rows, mapping, &parser, &sample, &columns);
  }
  sample.whole = outcome == RowOutcome::kEnd;
  if (sample.csv) sample.delimiter = DelimiterOf((*rows)->columns());
  sample.columns = columns.Take();
  sample.errors = (*rows)->errors();
  return sample;
}

}  // namespace sekisho
