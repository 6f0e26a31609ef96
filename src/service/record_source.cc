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
  uint32_t SourceCount() const override { return static_cast<uint32_t>(input_->source_count()); }
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
  uint32_t SourceCount() const override { return 1; }
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

class ChainedSource : public RecordSource {
 public:
  ChainedSource(std::unique_ptr<RecordSource> first, std::unique_ptr<RecordSource> second)
      : first_(std::move(first)), second_(std::move(second)), sources_(first_->SourceCount()) {}

  bool NextBlock(Block* block) override {
    const std::lock_guard lock(mutex_);
    if (in_first_) in_first_ = first_->NextBlock(block);
    if (!in_first_) {
      if (!second_->NextBlock(block)) return false;
      block->source += sources_;
    }
    block->sequence = sequence_++;
    return true;
  }
  void Rewind() override {
    first_->Rewind();
    second_->Rewind();
    in_first_ = true;
    sequence_ = 0;
  }
  Status ReadRecord(const RecordRef& record, char* out) const override {
    return Of(record.source).ReadRecord(Within(record), out);
  }
  StatusOr<uint64_t> Line(const RecordRef& record) const override {
    return Of(record.source).Line(Within(record));
  }
  uint32_t SourceCount() const override { return sources_ + second_->SourceCount(); }
  std::string Name(uint32_t source) const override { return Of(source).Name(Within(source)); }
  TextShape ShapeOf(uint32_t source) const override { return Of(source).ShapeOf(Within(source)); }
  std::vector<std::string> Errors() const override {
    std::vector<std::string> errors = first_->Errors();
    for (std::string& error : second_->Errors()) errors.push_back(std::move(error));
    return errors;
  }
  // Never falls: the second begins when the first has ended.
  double Progress() const override { return (first_->Progress() + second_->Progress()) / 2; }

 private:
  const RecordSource& Of(uint32_t source) const { return source < sources_ ? *first_ : *second_; }
  uint32_t Within(uint32_t source) const { return source < sources_ ? source : source - sources_; }
  RecordRef Within(RecordRef record) const {
    record.source = Within(record.source);
    return record;
  }

  const std::unique_ptr<RecordSource> first_;
  const std::unique_ptr<RecordSource> second_;
  const uint32_t sources_;  // of the first
  std::mutex mutex_;
  bool in_first_ = true;
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

std::unique_ptr<RecordSource> Chain(std::unique_ptr<RecordSource> first,
                                    std::unique_ptr<RecordSource> second) {
  first->Rewind();
  second->Rewind();
  return std::make_unique<ChainedSource>(std::move(first), std::move(second));
}

}  // namespace sekisho
