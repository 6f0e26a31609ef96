// The reader of CSV on arbitrary text, its first record being the header row.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "fuzz/records.h"
#include "ingest/csv_header.h"
#include "ingest/csv_record.h"

namespace sekisho::fuzz {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

// The same row with every cell in quotes; an empty cell without quotes is no text and stays so.
std::string WriteRow(const std::vector<CsvCell>& cells) {
  std::string row;
  for (const CsvCell& cell : cells) {
    if (!row.empty() || cell.at > 0) row += ',';
    if (cell.text.empty() && !cell.quoted) continue;
    std::string text(cell.text);
    if (cell.doubled) text.resize(UndoubleQuotes(cell.text, text.data()));
    row += Quoted(text);
  }
  return row;
}

// The cells are what stands between the commas.
void CheckCells(std::string_view record, const std::vector<CsvCell>& cells) {
  size_t at = 0;
  for (const CsvCell& cell : cells) {
    Require(cell.at == at, "a cell begins behind the comma", record);
    Require(cell.text == record.substr(at + (cell.quoted ? 1 : 0), cell.text.size()),
            "a cell is text of its record", record);
    at += cell.text.size() + (cell.quoted ? 3 : 1);
  }
  Require(at == record.size() + 1, "the cells are the record", record);
}

class Reader {
 public:
  explicit Reader(CsvHeader header)
      : header_(std::make_shared<const CsvHeader>(std::move(header))),
        again_(OptionsFor(testing::AllEventFields())) {}

  void Check(std::string_view text) {
    const FieldTable& fields = testing::AllEventFields();
    Decoder decoder(OptionsFor(fields));
    const Block block = MakeBlock(text, Format::kCsv, header_);
    const std::vector<Record> records = Decode(block, &decoder, fields);
    CheckCounters(decoder.TakeCounters(), records);
    CheckRecords(text, 0, records);
    Require(Decode(block, &decoder, fields) == records,
            "what a decoder has learned changes nothing");
    for (const Record& record : records) {
      Require(record.seen.line == LineAt(text, record.offset), "the line of a record is counted");
      CheckRow(record, text.substr(record.offset, record.length));
      CheckWritten(record, &again_);
    }
  }

 private:
  void CheckRow(const Record& record, std::string_view row) {
    std::vector<CsvCell> cells;
    size_t error_at = 0;
    std::string reason;
    if (!SplitCsvRecord(row, &cells, &error_at, &reason)) {
      Require(record.seen.outcome == Outcome::kRejected, "a broken row is refused", row);
      Require(error_at <= row.size(), "the place of an error is in its row", row);
      RequireMessage(reason);
      return;
    }
    CheckCells(row, cells);
    if (cells.size() != header_->names.size()) {
      Require(record.seen.outcome == Outcome::kRejected, "a ragged row is refused", row);
      return;
    }
    const std::string written = WriteRow(cells);
    const std::vector<Record> again =
        Decode(MakeBlock(written, Format::kCsv, header_), &again_, testing::AllEventFields());
    Require(again.size() == 1, "a written row is one row", written);
    Require(again[0].seen.outcome == record.seen.outcome && again[0].json == record.json,
            "a row that is written with quotes is the same row", written);
  }

  std::shared_ptr<const CsvHeader> header_;
  Decoder again_;  // reads what was written
};

void Check(std::string_view text) {
  const CsvExtent extent = FindCsvRecord(text);
  Require(extent.size <= text.size() && (extent.size > 0 || text.empty()),
          "a record is a part of the text");
  StatusOr<CsvHeader> header = ReadCsvHeader(text.substr(0, extent.size));
  if (!header.ok()) {
    RequireMessage(ToStd(header.status().message()));
    return;
  }
  Require(header->names.size() <= limits::kEventFieldsMax, "a header row is limited");
  Reader(*std::move(header)).Check(text.substr(extent.size));
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
