#include "ingest/record_list.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "core/limits.h"

namespace sekisho {
namespace {

constexpr size_t kPieceBytes = 64 << 10;
constexpr size_t kKeyBytesMax = 256;
constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Follows JSON text byte by byte without checking it.
class JsonDepth {
 public:
  void Feed(char c) {
    if (in_string_) {
      FeedString(c);
    } else if (c == '"') {
      in_string_ = true;
      text_.clear();
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (c == '}' || c == ']') {
      --depth_;
    } else if (depth_ == 1 && c == ':') {
      key_ = text_;
    } else if (depth_ == 1 && c == ',') {
      key_.clear();
    }
  }

  // Whether `c`, the next byte, opens the list that is the member `key` of the outermost object.
  // Upper and lower case are the same, as in all paths of a mapping.
  bool Opens(char c, const std::string& key) const {
    return c == '[' && !in_string_ && depth_ == 1 && !key.empty() &&
           absl::EqualsIgnoreCase(key_, key);
  }
  bool in_string() const { return in_string_; }
  int depth() const { return depth_; }

 private:
  void FeedString(char c) {
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == '"') {
      in_string_ = false;
      return;
    }
    if (depth_ == 1 && text_.size() < kKeyBytesMax) text_ += c;
  }

  bool in_string_ = false;
  bool escaped_ = false;
  int depth_ = 0;
  std::string text_;  // the last string of the outermost object, its escapes as they are
  std::string key_;   // the member of the outermost object whose value is being read
};

// What stands around a list in a record, and its items.
struct ListInRecord {
  std::string_view before;  // with the opening bracket
  std::vector<std::string_view> items;
  std::string_view after;  // with the closing one
};

ListInRecord FindList(std::string_view record, const std::string& key) {
  ListInRecord list;
  JsonDepth json;
  size_t item = 0;
  bool open = false;
  for (size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    if (!open && json.Opens(c, key)) {
      open = true;
      item = i + 1;
      list.before = record.substr(0, item);
    } else if (open && !json.in_string() && json.depth() == 2 && (c == ',' || c == ']')) {
      list.items.push_back(record.substr(item, i - item));
      item = i + 1;
      if (c == ']') {
        list.after = record.substr(i);
        return list;
      }
    }
    json.Feed(c);
  }
  return {};
}

}  // namespace

struct RecordListReader::Parts {
  Parts(RecordLayout its_layout, ByteReader its_reader)
      : layout(std::move(its_layout)), reader(std::move(its_reader)) {}

  Status Fill();
  void Begin();
  void Take(char c);
  void TakeBetween(char c);
  void TakeRecord(char c);
  bool EndsBefore(char c) const;
  void TakeRest(char c);
  void OpenList();
  void Finish();
  void Emit();
  void EmitLine(std::string_view first, std::string_view second, std::string_view third);

  // What the next byte belongs to.
  enum class State { kStart, kPlain, kTop, kList, kRecord, kRest };

  const RecordLayout layout;
  const ByteReader reader;
  State state = State::kStart;
  JsonDepth json;            // of the record, or of the rest of the document
  JsonDepth outside;         // of the document whose list is being read
  bool in_list = false;      // the record is an item of a list
  bool in_document = false;  // … which is a member of an object
  std::string piece;         // as it was read
  std::string record;        // so far
  char last = 0;             // … its last byte that is no white space
  bool after_line_end = false;
  std::string out;  // to be handed out, from out_at
  size_t out_at = 0;
  uint64_t line = 0;         // line ends read
  uint64_t record_line = 0;  // … before the record began
  uint64_t out_line = 0;     // line ends handed out
  Status end = absl::OkStatus();
  bool at_end = false;
};

// Reads one piece of the text.
Status RecordListReader::Parts::Fill() {
  const size_t kept = state == State::kStart ? piece.size() : 0;
  piece.resize(kept + kPieceBytes);
  StatusOr<size_t> got = reader(piece.data() + kept, kPieceBytes);
  if (!got.ok()) return got.status();
  piece.resize(kept + *got);
  at_end = *got == 0;
  if (state == State::kStart) Begin();
  if (state == State::kPlain) {
    out += piece;
  } else if (state != State::kStart) {
    for (const char c : piece) Take(c);
  }
  if (at_end) Finish();
  return absl::OkStatus();
}

// Tells JSON from other text once enough of it is there.
void RecordListReader::Parts::Begin() {
  const size_t mark = piece.compare(0, kUtf8Mark.size(), kUtf8Mark) == 0 ? kUtf8Mark.size() : 0;
  const bool half_mark = kUtf8Mark.substr(0, piece.size()) == piece;
  const size_t first = piece.find_first_not_of(" \t\r\n", mark);
  const bool known = first != std::string::npos && !half_mark;
  if (!known && !at_end && piece.size() < kPieceBytes) return;
  const bool json_text = known && (piece[first] == '{' || piece[first] == '[');
  state = json_text ? State::kTop : State::kPlain;
  if (json_text) piece.erase(0, mark);
}

void RecordListReader::Parts::Take(char c) {
  if (!end.ok()) return;
  if (state == State::kRecord) {
    TakeRecord(c);
  } else if (state == State::kRest) {
    TakeRest(c);
  } else {
    TakeBetween(c);
  }
  if (c == '\n') ++line;
}

// Between records: at the top, or in a list.
void RecordListReader::Parts::TakeBetween(char c) {
  if (IsSpace(c) || (c == ',' && in_list)) return;
  if (c == '[' && !in_list) {
    in_list = true;
    state = State::kList;
  } else if (c == ']' && in_list) {
    in_list = false;
    state = in_document ? State::kRest : State::kTop;
    json = std::exchange(outside, {});
    in_document = false;
  } else {
    state = State::kRecord;
    json = {};
    record.clear();
    record_line = line;
    TakeRecord(c);
  }
}

void RecordListReader::Parts::TakeRecord(char c) {
  if (!record.empty() && EndsBefore(c)) {
    Emit();
    return TakeBetween(c);
  }
  if (!in_list && json.Opens(c, layout.list)) return OpenList();
  json.Feed(c);
  // A line end within a text is not allowed in JSON and must not become allowed here.
  after_line_end = c == '\n';
  if (c == '\n' || c == '\r') {
    c = json.in_string() ? '\x1f' : ' ';
  } else if (!IsSpace(c)) {
    last = c;
  }
  // One byte more than is allowed: the reader of the lines refuses it.
  if (record.size() <= limits::kLineBytesMax) record += c;
  if (json.depth() <= 0 && !json.in_string() && (c == '}' || c == ']')) Emit();
}

// What has no braces ends with its line, or in a list at the comma. A line of NDJSON that is not
// complete does not take the next one with it.
bool RecordListReader::Parts::EndsBefore(char c) const {
  if (in_list) {
    return !json.in_string() && json.depth() == 0 && (c == '\n' || c == ',' || c == ']');
  }
  if (c == '\n') return json.in_string() || record[0] != '{';
  constexpr std::string_view kOpen = ",:[";
  return c == '{' && after_line_end && !json.in_string() &&
         kOpen.find(last) == std::string_view::npos;
}

// Behind the list of a document. A list that stands there twice is read twice.
void RecordListReader::Parts::TakeRest(char c) {
  if (json.Opens(c, layout.list)) return OpenList();
  json.Feed(c);
  if (json.depth() <= 0) state = State::kTop;
}

void RecordListReader::Parts::OpenList() {
  outside = json;
  in_list = in_document = true;
  state = State::kList;
}

void RecordListReader::Parts::Emit() {
  state = in_list ? State::kList : State::kTop;
  const ListInRecord list = layout.split.empty() ? ListInRecord() : FindList(record, layout.split);
  if (list.items.size() < 2) return EmitLine(record, "", "");
  if (list.items.size() * (list.before.size() + list.after.size()) > limits::kSplitBytesMax) {
    end = InvalidInput("the record on line " + std::to_string(record_line + 1) + " has " +
                       std::to_string(list.items.size()) + " items in \"" + layout.split +
                       "\"; as records of their own they are over the limit of " +
                       std::to_string(limits::kSplitBytesMax >> 20) + " MiB");
    return;
  }
  for (const std::string_view item : list.items) EmitLine(list.before, item, list.after);
}

void RecordListReader::Parts::EmitLine(std::string_view first, std::string_view second,
                                       std::string_view third) {
  if (out_line < record_line) out.append(record_line - out_line, '\n');
  out_line = std::max(out_line, record_line) + 1;
  out.append(first).append(second).append(third) += '\n';
}

void RecordListReader::Parts::Finish() {
  if (state == State::kRecord) EmitLine(record, "", "");
  if (!in_list && state != State::kRest) return;
  end = InvalidInput("the list of records is not closed: the text ends on line " +
                     std::to_string(line + 1) + " before its end; take the export again");
}

RecordListReader::RecordListReader(RecordLayout layout, ByteReader reader)
    : parts_(std::make_unique<Parts>(std::move(layout), std::move(reader))) {}
RecordListReader::~RecordListReader() = default;

StatusOr<size_t> RecordListReader::Read(char* out, size_t bytes) {
  Parts& my = *parts_;
  while (my.out_at == my.out.size()) {
    my.out.clear();
    my.out_at = 0;
    if (!my.end.ok()) return my.end;
    if (my.at_end) return size_t{0};
    if (Status status = my.Fill(); !status.ok()) return status;
  }
  const size_t take = my.out.copy(out, bytes, my.out_at);
  my.out_at += take;
  return take;
}

}  // namespace sekisho
