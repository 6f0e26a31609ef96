#include "lists/list_file.h"

#include <filesystem>
#include <fstream>
#include <system_error>

#include "core/limits.h"

namespace sekisho {

StatusOr<std::string> ReadListFile(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return InvalidInput(std::filesystem::exists(path, error) ? "this is no file"
                                                             : "there is no such file");
  }
  const uint64_t bytes = std::filesystem::file_size(path, error);
  if (error) return InvalidInput("the file cannot be read: " + error.message());
  if (bytes > limits::kListBytesMax) return InvalidInput("the file is larger than 2 GiB");
  std::ifstream file(path, std::ios::binary);
  std::string text(bytes, '\0');
  if (!file.read(text.data(), static_cast<std::streamsize>(bytes))) {
    return InvalidInput("the file cannot be read to its end");
  }
  return text;
}

}  // namespace sekisho
