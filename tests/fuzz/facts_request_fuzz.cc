// Arbitrary lines asked of `sekisho facts -`: each has one answer, one line of JSON, whichever way
// the bytes arrive.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/facts_request.h"
#include "cli/line_splitter.h"
#include "core/limits.h"
#include "diligence/json_tree.h"
#include "fuzz/require.h"

namespace sekisho::fuzz {
namespace {

constexpr int64_t kTimeMs = 1'775'005'200'000;  // 2026-04-01

std::string Answers(std::string_view text, size_t piece_bytes) {
  LineSplitter lines(limits::kRequestBytesMax);
  std::string line;
  std::string answers;
  uint64_t number = 0;
  const auto take = [&] {
    while (lines.Next(&line) == LineSplitter::Outcome::kLine) {
      const std::string answer = AnswerFacts(++number, line, nullptr, kTimeMs);
      JsonNode root;
      Diagnostic error;
      Require(ReadJsonTree("", answer, &root, &error), "an answer is JSON", answer);
      Require(answer.find('\n') == answer.size() - 1, "an answer is one line", answer);
      Require((root.Find("facts") == nullptr) != (root.Find("error") == nullptr),
              "an answer holds facts or says what is wrong", answer);
      if (root.Find("error") != nullptr) RequireMessage(root.Find("error")->text);
      answers += answer;
    }
  };
  for (; !text.empty(); text.remove_prefix(std::min(piece_bytes, text.size()))) {
    lines.Feed(text.substr(0, piece_bytes));
    take();
  }
  lines.End();
  take();
  return answers;
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  sekisho::fuzz::Require(sekisho::fuzz::Answers(text, 7) == sekisho::fuzz::Answers(text, size + 1),
                         "how the bytes arrive does not matter");
  return 0;
}
