// Documents that hold a list of records: arbitrary text, read in pieces of any size. The first byte
// says how large the pieces are, and whether records are split.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "fuzz/require.h"
#include "ingest/record_list.h"

namespace sekisho::fuzz {
namespace {

struct Listed {
  std::string text;
  std::string error;
  bool operator==(const Listed&) const = default;
};

Listed List(std::string_view text, const RecordLayout& layout, size_t piece) {
  RecordListReader reader(layout, [&](char* out, size_t wanted) -> StatusOr<size_t> {
    const size_t size = std::min({wanted, piece, text.size()});
    std::memcpy(out, text.data(), size);
    text.remove_prefix(size);
    return size;
  });
  Listed listed;
  std::string buffer(piece + 1, '\0');
  while (true) {
    const StatusOr<size_t> got = reader.Read(buffer.data(), buffer.size());
    if (!got.ok()) {
      listed.error = ToStd(got.status().message());
      RequireMessage(listed.error);
      return listed;
    }
    Require(*got <= buffer.size(), "no more is handed out than was asked for");
    if (*got == 0) return listed;
    listed.text.append(buffer, 0, *got);
  }
}

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '\x1f'; }

// Without splitting, what is handed out stands in the text, in that order.
void CheckNothingIsMadeUp(std::string_view text, std::string_view listed) {
  size_t at = 0;
  for (const char c : listed) {
    if (IsSpace(c)) continue;
    at = text.find(c, at);
    Require(at != std::string_view::npos, "what is handed out stands in the text", listed);
    ++at;
  }
}

void Check(std::string_view data) {
  if (data.empty()) return;
  const auto first = static_cast<uint8_t>(data[0]);
  const std::string_view text = data.substr(1);
  const RecordLayout layout{"value", first % 2 == 0 ? "" : "events"};
  const Listed whole = List(text, layout, text.size() + 1);
  Require(List(text, layout, first / 2 % 9 + 1) == whole, "pieces of any size give the same",
          whole.text);
  if (layout.split.empty()) CheckNothingIsMadeUp(text, whole.text);
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
