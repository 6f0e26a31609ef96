#include "service/record_source.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace sekisho {
namespace {

class FileSource : public RecordSource {
 public:
  explicit FileSource(std::unique_ptr<Input> input)
      : input_(std::move(input)), shapes_(input_->source_count()) {}

  bool NextBlock(Block* block) override {
    if (!input_->NextBlock(block)) return false;
    const std::lock_guard lock(mutex_);
    shapes_[block->source] = {block->format, block->header};
    return true;
  }
  void Rewind() override { input_->Rewind(); }
  Status ReadRecord(const RecordRef& record, char* out) const override {
    return input_->ReadRecord(record, out);
  }
  StatusOr<uint64_t> Line(const RecordRef& record) const override { return input_->Line(record); }
  std::string Name(uint32_t source) const override { return input_->name(source); }
  TextShape ShapeOf(uint32_t source) const override {
    const std::lock_guard lock(mutex_);
    return shapes_[source];
  }
  std::vector<std::string> Errors() const override {
    std::vector<std::string> errors;
    for (const SourceError& error : input_->errors()) errors.push_back(error.message);
    return errors;
  }
  double Progress() const override {
    const uint64_t total = input_->bytes_total();
    return total == 0 ? 0 : static_cast<double>(input_->bytes_read()) / static_cast<double>(total);
  }

 private:
  std::unique_ptr<Input> input_;
  mutable std::mutex mutex_;
  std::vector<TextShape> shapes_;
};

class TextSource : public RecordSource {
 public:
  TextSource(std::string_view text, size_t block_bytes) : text_(text), block_bytes_(block_bytes) {}

  bool NextBlock(Block* block) override {
    const std::lock_guard lock(mutex_);
    if (at_ >= text_.size()) return false;
    const size_t line_end = text_.find('\n', std::min(at_ + block_bytes_, text_.size()) - 1);
    const size_t end = line_end == std::string_view::npos ? text_.size() : line_end + 1;
    *block = MakeBlock(text_.substr(at_, end - at_));
    block->sequence = sequence_++;
    block->offset = at_;
    at_ = end;
    return true;
  }
  void Rewind() override { at_ = sequence_ = 0; }
  Status ReadRecord(const RecordRef& record, char* out) const override {
    text_.copy(out, record.length, record.offset);
    return absl::OkStatus();
  }
  StatusOr<uint64_t> Line(const RecordRef& record) const override {
    const std::string_view before = text_.substr(0, record.offset);
    return static_cast<uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  }
  std::string Name(uint32_t) const override { return "text"; }
  TextShape ShapeOf(uint32_t) const override { return {}; }
  std::vector<std::string> Errors() const override { return {}; }
  double Progress() const override { return 0; }

 private:
  const std::string_view text_;
  const size_t block_bytes_;
  std::mutex mutex_;
  size_t at_ = 0;
  uint64_t sequence_ = 0;
};

}  // namespace

StatusOr<std::string> RecordSource::ReadRecord(const RecordRef& record) const {
  std::string text(record.length, '\0');
  const Status status = ReadRecord(record, text.data());
  if (!status.ok()) return status;
  return text;
}

StatusOr<std::unique_ptr<RecordSource>> OpenFiles(const std::vector<std::string>& paths,
                                                  const InputOptions& options) {
  StatusOr<std::unique_ptr<Input>> input = Input::Open(paths, options);
  if (!input.ok()) return input.status();
  return std::make_unique<FileSource>(*std::move(input));
}

std::unique_ptr<RecordSource> OpenText(std::string_view text, size_t block_bytes) {
  return std::make_unique<TextSource>(text, std::max<size_t>(block_bytes, 1));
}

}  // namespace sekisho
