#include "ingest/text_format.h"

#include "core/limits.h"
#include "ingest/csv_record.h"

namespace sekisho {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// The name without the endings of packed files.
std::string_view PlainName(std::string_view path) {
  for (const std::string_view packed : {".gz", ".zst", ".zstd"}) {
    if (EndsWith(path, packed)) return path.substr(0, path.size() - packed.size());
  }
  return path;
}

bool IsUtf16(std::string_view head) {
  return head.substr(0, 2) == "\xff\xfe" || head.substr(0, 2) == "\xfe\xff";
}

}  // namespace

TextStart RecognizeText(std::string_view head, std::string_view path) {
  TextStart start;
  if (IsUtf16(head)) {
    start.error = "the text is UTF-16; save it as UTF-8, or name its encoding in a mapping";
    return start;
  }
  if (head.substr(0, kUtf8Mark.size()) == kUtf8Mark) start.mark_bytes = kUtf8Mark.size();
  head.remove_prefix(start.mark_bytes);
  const size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || head[first] == '{') return start;
  if (head[first] == '[') {
    start.error = "this is one JSON list; write one object per line (jq -c '.[]' FILE)";
    return start;
  }
  const std::string_view name = PlainName(path);
  const bool named_json = EndsWith(name, ".ndjson") || EndsWith(name, ".jsonl") ||
                          EndsWith(name, ".json") || EndsWith(name, ".log");
  const bool has_comma = head.substr(0, head.find('\n')).find(',') != std::string_view::npos;
  if (EndsWith(name, ".csv") || (!named_json && has_comma)) start.format = Format::kCsv;
  return start;
}

size_t CsvRecordSize(std::string_view text, bool at_end) {
  const std::string_view within = text.substr(0, limits::kLineBytesMax);
  const bool all = within.size() == text.size();
  const CsvExtent extent = FindCsvRecord(within);
  if (extent.end == CsvEnd::kComplete) return extent.size;
  if (all && !at_end) return 0;
  if (extent.end == CsvEnd::kUnfinished) return all ? extent.size : 0;
  const size_t newline = within.find('\n');
  if (newline != std::string_view::npos) return newline + 1;
  return all ? within.size() : 0;
}

RecordRun FindRecordRun(std::string_view text, Format format, bool at_end) {
  RecordRun run;
  if (format == Format::kNdjson) {
    const size_t newline = text.rfind('\n');
    run.size = newline == std::string_view::npos ? 0 : newline + 1;
    if (at_end && (run.size == 0 ? text.size() <= limits::kLineBytesMax : true)) {
      run.size = text.size();
    }
  } else {
    while (run.size < text.size()) {
      const size_t size = CsvRecordSize(text.substr(run.size), at_end);
      if (size == 0) break;
      run.size += size;
    }
  }
  run.too_long = run.size == 0 && text.size() > limits::kLineBytesMax;
  return run;
}

}  // namespace sekisho
