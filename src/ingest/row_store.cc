#include "ingest/row_store.h"

#include <algorithm>
#include <utility>

namespace sekisho {

size_t RowStore::BytesOf(std::string_view key, const Row& row) {
  size_t bytes = sizeof(Row) + sizeof(std::string) + key.size();
  for (const std::string& value : row.values) bytes += sizeof(std::string) + value.size();
  return bytes;
}

Status RowStore::Set(std::string_view key, Row row) {
  const size_t bytes = BytesOf(key, row);
  if (Row* const before = Find(key)) {
    bytes_ -= BytesOf(key, *before);
    *before = std::move(row);
  } else {
    rows_.emplace(std::string(key), std::move(row));
  }
  bytes_ += bytes;
  if (bytes_ <= limits::kTableBytesMax) return absl::OkStatus();
  return absl::ResourceExhaustedError(ToAbsl("its rows take more than " +
                                             std::to_string(limits::kTableBytesMax >> 20) +
                                             " MiB; import it in parts, or join it beforehand"));
}

void RowStore::Erase(std::string_view key) {
  Row* const row = Find(key);
  if (row == nullptr) return;
  bytes_ -= BytesOf(key, *row);
  rows_.erase(ToAbsl(key));
}

std::vector<std::string> RowStore::KeysNotIn(uint32_t file) const {
  std::vector<std::string> keys;
  for (const auto& [key, row] : rows_) {
    if (row.file != file) keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace sekisho
