// sekisho-bench-reference: R, the least that any reader of an event file has to do. One thread
// reads the file in blocks of 1 MiB with read(2), finds the lines, parses each with simdjson
// on-demand and takes one field, `account`. Prints one line of JSON with the seconds it took.
//
// Two ways, both on one thread: --mode many (the default, because it measured about 5 % faster)
// gives whole blocks to iterate_many, --mode lines parses line by line.
#include <fcntl.h>
#include <simdjson.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string_view>

namespace {

using simdjson::ondemand::parser;

constexpr size_t kBlockBytes = 1u << 20;
constexpr size_t kLineBytesMax = 1u << 20;

struct Totals {
  uint64_t events = 0;
  uint64_t bytes = 0;
  uint64_t account_bytes = 0;  // printed, so that the compiler cannot leave the field out
  uint64_t failed = 0;
};

// Takes the account of one document.
template <typename Document>
void Count(Document&& document, Totals* totals) {
  std::string_view account;
  if (document.find_field("account").get_string().get(account) != simdjson::SUCCESS) {
    ++totals->failed;
    return;
  }
  ++totals->events;
  totals->account_bytes += account.size();
}

// Both take all complete lines of `bytes`, which has SIMDJSON_PADDING readable bytes behind it.
void CountLines(parser& parser, const char* bytes, size_t size, Totals* totals) {
  const char* const end = bytes + size;
  for (const char* line = bytes; line < end;) {
    const char* const stop = static_cast<const char*>(std::memchr(line, '\n', end - line));
    const size_t length = stop - line;
    simdjson::ondemand::document document;
    const size_t capacity = length + (end - stop) + simdjson::SIMDJSON_PADDING;
    if (parser.iterate(line, length, capacity).get(document) == simdjson::SUCCESS) {
      Count(document, totals);
    } else {
      ++totals->failed;
    }
    line = stop + 1;
  }
}

void CountMany(parser& parser, const char* bytes, size_t size, Totals* totals) {
  simdjson::ondemand::document_stream stream;
  if (parser.iterate_many(bytes, size, size).get(stream) != simdjson::SUCCESS) {
    ++totals->failed;
    return;
  }
  for (auto document : stream) Count(document, totals);
}

// Reads the whole file; false with errno set when that fails.
template <typename CountBlock>
bool Read(int file, CountBlock count, Totals* totals) {
  // A line that is cut by the end of a block moves to the front before the next read.
  const size_t capacity = kLineBytesMax + kBlockBytes;
  auto buffer = std::make_unique<char[]>(capacity + simdjson::SIMDJSON_PADDING);
  parser parser(capacity);
  parser.threaded = false;
  size_t kept = 0;
  while (true) {
    const ssize_t got = read(file, buffer.get() + kept, kBlockBytes);
    if (got <= 0) {
      totals->failed += kept != 0;  // a last line without its end
      return got == 0;
    }
    totals->bytes += static_cast<uint64_t>(got);
    const size_t filled = kept + static_cast<size_t>(got);
    const void* const last = memrchr(buffer.get(), '\n', filled);
    const size_t complete = last ? static_cast<const char*>(last) + 1 - buffer.get() : 0;
    count(parser, buffer.get(), complete, totals);
    kept = filled - complete;
    if (kept > kLineBytesMax) {
      errno = EMSGSIZE;
      return false;
    }
    std::memmove(buffer.get(), buffer.get() + complete, kept);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool option = argc == 4 && std::strcmp(argv[1], "--mode") == 0;
  const bool lines = option && std::strcmp(argv[2], "lines") == 0;
  if (argc != 2 && !lines && !(option && std::strcmp(argv[2], "many") == 0)) {
    std::fprintf(stderr, "usage: sekisho-bench-reference [--mode many|lines] FILE\n");
    return 2;
  }
  const char* const path = argv[argc - 1];
  const auto start = std::chrono::steady_clock::now();
  const int file = open(path, O_RDONLY);
  Totals totals;
  const bool done =
      file >= 0 && (lines ? Read(file, CountLines, &totals) : Read(file, CountMany, &totals));
  if (!done) {
    std::fprintf(stderr, "%s: cannot be read: %s\n", path, std::strerror(errno));
    return 1;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf(
      "{\"mode\":\"%s\",\"seconds\":%.4f,\"events\":%lu,\"bytes\":%lu,"
      "\"account_bytes\":%lu,\"failed\":%lu}\n",
      lines ? "lines" : "many", took.count(), totals.events, totals.bytes, totals.account_bytes,
      totals.failed);
  return totals.failed == 0 ? 0 : 1;
}
