// Whole inputs: arbitrary text as a file, plain or packed, whole or damaged, in blocks of any size.
//
// The first line says how the text behind it is read: five letters, see Setup.
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "fuzz/records.h"
#include "ingest/csv_record.h"

namespace sekisho::fuzz {
namespace {

struct Setup {
  enum class Packing { kPlain, kGzip, kZstd, kFrames } packing = Packing::kPlain;
  size_t block_bytes = 1 << 20;
  int64_t spool_memory_bytes = 1 << 20;
  uint8_t cut = 0;   // not 0: only so many 256ths of the packed text are there
  uint8_t flip = 0;  // not 0: a bit is wrong so many 256ths into the packed text
};

// Letters: g gzip, z zstd, f two zstd frames, else plain · block size by number · c and the cut, or
// f and the flip, or two of anything else · s: all that can be read only once goes to a file.
bool TakeSetup(std::string_view* data, Setup* setup) {
  if (data->size() < 6 || (*data)[5] != '\n') return false;
  const std::string_view letters = data->substr(0, 5);
  data->remove_prefix(6);
  if (letters[0] == 'g') setup->packing = Setup::Packing::kGzip;
  if (letters[0] == 'z') setup->packing = Setup::Packing::kZstd;
  if (letters[0] == 'f') setup->packing = Setup::Packing::kFrames;
  constexpr size_t kBlockBytes[] = {1, 7, 64, 1000, 4096, 1 << 20};
  setup->block_bytes = kBlockBytes[static_cast<uint8_t>(letters[1]) % 6];
  if (letters[2] == 'c') setup->cut = static_cast<uint8_t>(letters[3]);
  if (letters[2] == 'f') setup->flip = static_cast<uint8_t>(letters[3]);
  if (letters[4] == 's') setup->spool_memory_bytes = 0;
  return true;
}

std::string Gzip(std::string_view text) {
  z_stream stream = {};
  constexpr int kGzipOnly = 16 + MAX_WBITS;
  Require(deflateInit2(&stream, 6, Z_DEFLATED, kGzipOnly, 8, Z_DEFAULT_STRATEGY) == Z_OK,
          "gzip can be made");
  std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  Require(deflate(&stream, Z_FINISH) == Z_STREAM_END, "gzip has room");
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string Zstd(std::string_view text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  const size_t size = ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 1);
  Require(!ZSTD_isError(size), "zstd can be made");
  packed.resize(size);
  return packed;
}

std::string Pack(std::string_view text, Setup::Packing packing) {
  switch (packing) {
    case Setup::Packing::kPlain:
      return std::string(text);
    case Setup::Packing::kGzip:
      return Gzip(text);
    case Setup::Packing::kZstd:
      return Zstd(text);
    case Setup::Packing::kFrames:
      return Zstd(text.substr(0, text.size() / 2)) + Zstd(text.substr(text.size() / 2));
  }
  return "";
}

// A file in memory, gone with the object.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : file_(memfd_create("input", MFD_CLOEXEC)) {
    Require(file_ >= 0 &&
                write(file_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
            "there is a file");
  }
  ~MemoryFile() { close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

struct Reading {
  std::string text;  // of all blocks
  size_t begin = 0;  // of the first block in the text of the source
  bool csv = false;
  std::vector<Record> records;
  std::vector<std::string> errors;
};

// Adds the records of all blocks, from the present place of the input on.
Reading ReadBlocks(Input* input) {
  const FieldTable& fields = testing::AllEventFields();
  Decoder decoder(OptionsFor(fields));
  Reading reading;
  Block block;
  for (uint64_t sequence = 0; input->NextBlock(&block); ++sequence) {
    Require(block.sequence == sequence && block.source == 0, "blocks are numbered");
    Require(!block.text.empty() && block.too_long_bytes == 0, "a block holds text");
    if (sequence == 0) reading.begin = block.offset;
    Require(block.offset == reading.begin + reading.text.size(), "blocks follow one another");
    reading.text += block.text;
    reading.csv = block.format == Format::kCsv;
    for (Record& record : Decode(block, &decoder, fields)) {
      reading.records.push_back(std::move(record));
    }
  }
  for (const SourceError& error : input->errors()) {
    RequireMessage(error.message);
    reading.errors.push_back(error.message);
  }
  return reading;
}

std::unique_ptr<Input> Open(const std::string& path, const Setup& setup) {
  InputOptions options;
  options.block_bytes = setup.block_bytes;
  options.spool_memory_bytes = setup.spool_memory_bytes;
  StatusOr<std::unique_ptr<Input>> input = Input::Open({path}, options);
  Require(input.ok(), "a file can be opened");
  return *std::move(input);
}

// Records are told again by place, with the line on which they stand.
void CheckPlaces(const Input& input, std::string_view text, const Reading& reading) {
  for (const Record& record : reading.records) {
    const RecordRef ref = {0, record.offset, static_cast<uint32_t>(record.length)};
    std::string bytes(record.length, '\0');
    Require(input.ReadRecord(ref, bytes.data()).ok() &&
                bytes == text.substr(record.offset, record.length),
            "a record can be read again");
    const StatusOr<uint64_t> line = input.Line(ref);
    Require(line.ok() && *line == LineAt(text, record.offset), "the line of a record is known");
  }
}

Reading Read(std::string_view bytes, const Setup& setup, const std::string* text) {
  const MemoryFile file(bytes);
  const std::unique_ptr<Input> input = Open(file.path(), setup);
  Reading reading = ReadBlocks(input.get());
  const std::string whole =
      text != nullptr ? *text : std::string(reading.begin, ' ') + reading.text;
  if (reading.text.size() > 0) {
    Require(std::string_view(whole).substr(reading.begin, reading.text.size()) == reading.text,
            "blocks hold the text");
    CheckRecords(std::string_view(whole).substr(0, reading.begin + reading.text.size()),
                 reading.begin, reading.records);
  }
  // Without the text the lines before the first block are not known.
  if (text != nullptr) CheckPlaces(*input, whole, reading);
  input->Rewind();
  const Reading again = ReadBlocks(input.get());
  Require(again.records == reading.records && again.text == reading.text &&
              again.errors == reading.errors,
          "reading again gives the same");
  return reading;
}

// Lines are those of the source, not of a block.
void SetLines(std::string_view text, std::vector<Record>* records) {
  for (Record& record : *records) {
    record.seen.line = static_cast<uint32_t>(LineAt(text, record.offset));
  }
}

void CheckWhole(const Reading& plain, const Reading& packed) {
  Require(plain.errors.empty() == packed.errors.empty(), "packing is no error");
  Require(plain.begin == packed.begin && plain.text == packed.text,
          "packed text and blocks of any size are the same text");
  Require(plain.records == packed.records,
          "packed text and blocks of any size hold the same records");
}

// What stands before the cut was used: all records but the one that it goes through.
void CheckCut(const Reading& plain, const Reading& cut) {
  Require(!cut.errors.empty(), "a packed text that was cut is an error");
  if (plain.csv != cut.csv || plain.begin != cut.begin) return;  // the cut is in the header
  const size_t whole = cut.records.empty() ? 0 : cut.records.size() - 1;
  Require(whole <= plain.records.size(), "a cut text has no more records");
  for (size_t i = 0; i < whole; ++i) {
    // A quote that is open at the cut makes the rest lines instead of records.
    if (plain.csv && cut.records[i].seen.outcome == Outcome::kRejected) return;
    Require(cut.records[i] == plain.records[i], "a record before the cut is the same");
  }
}

void Check(std::string_view data) {
  Setup setup;
  if (!TakeSetup(&data, &setup)) return;
  const std::string text(data);
  const bool packed_already = text.substr(0, 2) == "\x1f\x8b" || text.substr(0, 2) == "\x28\xb5";
  if (packed_already) {
    // Bytes that unpack to a thousand times as many are no wonder, and slow.
    if (text.size() < 2048) Read(text, setup, nullptr);
    return;
  }
  Reading plain = Read(text, Setup(), &text);
  SetLines(text, &plain.records);
  std::string packed = Pack(text, setup.packing);
  const bool is_packed = setup.packing != Setup::Packing::kPlain;
  if (setup.flip != 0 && !packed.empty()) {
    packed[packed.size() * setup.flip / 256] ^= static_cast<char>(1 << (setup.flip & 7));
    Read(packed, setup, nullptr);
    return;
  }
  if (setup.cut != 0) packed.resize(packed.size() * setup.cut / 256);
  if (setup.cut != 0 && (!is_packed || packed.size() < 4)) {
    Read(packed, setup, is_packed ? nullptr : &packed);
    return;
  }
  Reading reading = Read(packed, setup, &text);
  SetLines(text, &reading.records);
  if (setup.cut == 0) {
    CheckWhole(plain, reading);
  } else if (setup.packing != Setup::Packing::kFrames) {
    CheckCut(plain, reading);
  }
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
