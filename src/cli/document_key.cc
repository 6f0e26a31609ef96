#include "cli/document_key.h"

#include <sys/stat.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace sekisho {
namespace {

constexpr size_t kKeyFileBytesMax = 4096;

std::string Environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

StatusOr<std::optional<KeyedHash>> Parse(const std::string& text, const std::string& where) {
  StatusOr<KeyedHash> key = KeyedHash::Parse(text, where);
  if (!key.ok()) return key.status();
  return std::optional<KeyedHash>(*std::move(key));
}

StatusOr<std::optional<KeyedHash>> ReadFile(const std::string& path) {
  struct stat facts = {};
  if (stat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
    return absl::NotFoundError("the key file " + path + " cannot be read; check its path");
  }
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return absl::PermissionDeniedError("others may read the key file " + path +
                                       ", so its key is known; draw a new one and run: chmod 600 " +
                                       path);
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return absl::PermissionDeniedError("the key file " + path +
                                       " cannot be opened; run sekisho as the user who owns it");
  }
  std::string text(kKeyFileBytesMax + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad() || !file.eof()) {
    return absl::InvalidArgumentError("the key file " + path + " is larger than a key");
  }
  text.resize(static_cast<size_t>(file.gcount()));
  return Parse(text, "the file " + path);
}

}  // namespace

void AddKeyOptions(CLI::App* command, KeyChoice* choice) {
  CLI::Option* const file =
      command
          ->add_option("--key-file", choice->file,
                       "Key that hashes numbers of documents: 64 hexadecimal digits (or "
                       "SEKISHO_KEY_FILE, SEKISHO_KEY); without one they are masked")
          ->option_text("FILE");
  command->add_flag("--demo", choice->demo, "Made-up data: hash them by a key that is public")
      ->excludes(file);
}

StatusOr<std::optional<KeyedHash>> ReadDocumentKey(const KeyChoice& choice) {
  if (choice.demo) return std::optional<KeyedHash>(KeyedHash::ForDemo());
  if (!choice.file.empty()) return ReadFile(choice.file);
  if (const std::string path = Environment("SEKISHO_KEY_FILE"); !path.empty()) {
    return ReadFile(path);
  }
  const std::string key = Environment("SEKISHO_KEY");
  if (key.empty()) return std::optional<KeyedHash>();
  return Parse(key, "SEKISHO_KEY");
}

}  // namespace sekisho
