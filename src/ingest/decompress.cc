#include "ingest/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <string>
#include <utility>
#include <vector>

namespace sekisho {
namespace {

constexpr size_t kPackedBytes = 256 << 10;
// Largest window of a Zstandard frame: 128 MiB, the default limit of the zstd tool.
constexpr int kZstdWindowLog = 27;

Status Broken(std::string_view format, std::string_view why) {
  return absl::DataLossError(std::string(format) + " data is damaged (" + std::string(why) +
                             "); what stands before the damage was used");
}

class GzipDecompressor : public Decompressor {
 public:
  explicit GzipDecompressor(ByteReader reader) : reader_(std::move(reader)), packed_(kPackedBytes) {
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    ready_ = inflateInit2(&stream_, kGzipOnly) == Z_OK;
  }
  ~GzipDecompressor() override {
    if (ready_) inflateEnd(&stream_);
  }

  StatusOr<size_t> Read(char* out, size_t bytes) override {
    if (!ready_) return absl::ResourceExhaustedError("there is not enough memory to unpack gzip");
    if (!failure_.ok()) return failure_;
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(bytes);
    while (stream_.avail_out > 0 && !done_ && failure_.ok()) Step();
    const size_t made = bytes - stream_.avail_out;
    if (made == 0 && !failure_.ok()) return failure_;
    return made;
  }

 private:
  void Step() {
    if (stream_.avail_in == 0) {
      StatusOr<size_t> got = reader_(packed_.data(), packed_.size());
      if (!got.ok()) {
        failure_ = got.status();
        return;
      }
      if (*got == 0) {
        if (in_member_) failure_ = Broken("gzip", "it ends in the middle");
        done_ = true;
        return;
      }
      stream_.next_in = reinterpret_cast<Bytef*>(packed_.data());
      stream_.avail_in = static_cast<uInt>(*got);
    }
    in_member_ = true;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      in_member_ = false;
      inflateReset(&stream_);
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      failure_ = Broken("gzip", stream_.msg != nullptr ? stream_.msg : "it cannot be unpacked");
    }
  }

  ByteReader reader_;
  std::vector<char> packed_;
  z_stream stream_ = {};
  bool ready_ = false;
  bool in_member_ = true;  // an empty file is no gzip file
  bool done_ = false;
  Status failure_;
};

class ZstdDecompressor : public Decompressor {
 public:
  explicit ZstdDecompressor(ByteReader reader)
      : reader_(std::move(reader)), packed_(kPackedBytes), stream_(ZSTD_createDCtx()) {
    if (stream_ != nullptr) {
      ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, kZstdWindowLog);
    }
  }
  ~ZstdDecompressor() override { ZSTD_freeDCtx(stream_); }

  StatusOr<size_t> Read(char* out, size_t bytes) override {
    if (stream_ == nullptr) {
      return absl::ResourceExhaustedError("there is not enough memory to unpack zstd");
    }
    if (!failure_.ok()) return failure_;
    ZSTD_outBuffer output = {out, bytes, 0};
    while (output.pos < output.size && !done_ && failure_.ok()) Step(&output);
    if (output.pos == 0 && !failure_.ok()) return failure_;
    return output.pos;
  }

 private:
  void Step(ZSTD_outBuffer* output) {
    if (input_.pos == input_.size && !more_output_) {
      StatusOr<size_t> got = reader_(packed_.data(), packed_.size());
      if (!got.ok()) {
        failure_ = got.status();
        return;
      }
      if (*got == 0) {
        if (in_frame_) failure_ = Broken("zstd", "it ends in the middle");
        done_ = true;
        return;
      }
      input_ = {packed_.data(), *got, 0};
    }
    const size_t result = ZSTD_decompressStream(stream_, output, &input_);
    if (ZSTD_isError(result)) {
      failure_ = Broken("zstd", ZSTD_getErrorName(result));
      return;
    }
    in_frame_ = result != 0;
    more_output_ = in_frame_ && output->pos == output->size;
  }

  ByteReader reader_;
  std::vector<char> packed_;
  ZSTD_DCtx* stream_;
  ZSTD_inBuffer input_ = {nullptr, 0, 0};
  bool in_frame_ = true;
  bool more_output_ = false;  // output was full: the context may hold more
  bool done_ = false;
  Status failure_;
};

}  // namespace

std::unique_ptr<Decompressor> NewGzipDecompressor(ByteReader reader) {
  return std::make_unique<GzipDecompressor>(std::move(reader));
}

std::unique_ptr<Decompressor> NewZstdDecompressor(ByteReader reader) {
  return std::make_unique<ZstdDecompressor>(std::move(reader));
}

}  // namespace sekisho
