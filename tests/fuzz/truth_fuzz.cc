// The reader of what accounts are (scan --truth) on arbitrary text.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "evaluate/truth.h"
#include "fuzz/require.h"

namespace sekisho::fuzz {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

// Without the day: how it is written is not kept.
std::string Write(const Truth& truth) {
  std::string text = "language,label,account,kind,ring,role,care,country\n";
  for (const TruthAccount& one : truth.accounts) {
    text += Quoted(one.language) + (one.in_ring ? ",ring" : ",honest");
    for (const std::string* cell :
         {&one.account, &one.kind, &one.ring, &one.role, &one.care, &one.country}) {
      text += "," + Quoted(*cell);
    }
    text += "\r\n";
  }
  return text;
}

void Check(std::string_view text) {
  const StatusOr<Truth> truth = ParseTruth(text, "t.csv");
  if (!truth.ok()) {
    const std::string_view message = ToStd(truth.status().message());
    RequireMessage(message);
    Require(message.starts_with("t.csv:"), "an error has a place", message);
    return;
  }
  std::set<std::string_view> accounts;
  for (const TruthAccount& one : truth->accounts) {
    Require(!one.account.empty() && accounts.insert(one.account).second, "an account is one", text);
    Require(one.in_ring || one.ring.empty(), "honest accounts belong to no ring", text);
  }
  Require(!truth->accounts.empty(), "a truth names somebody", text);
  const StatusOr<Truth> again = ParseTruth(Write(*truth), "t.csv");
  Require(again.ok() && Write(*again) == Write(*truth), "what was read can be written", text);
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
