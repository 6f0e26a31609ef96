#include "cli/document_key.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "core/wipe.h"

namespace sekisho {
namespace {

constexpr size_t kKeyFileBytesMax = 4096;

std::string Environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

StatusOr<std::optional<KeyedHash>> Parse(std::string_view text, const std::string& where) {
  StatusOr<KeyedHash> key = KeyedHash::Parse(text, where);
  if (!key.ok()) return key.status();
  return std::optional<KeyedHash>(*std::move(key));
}

// The beginning of an open file, which no buffer keeps a copy of; wiped at the end.
class KeyFile {
 public:
  explicit KeyFile(const std::string& path) : file_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~KeyFile() {
    Wipe(text_.data(), text_.size());
    if (file_ >= 0) close(file_);
  }
  KeyFile(const KeyFile&) = delete;
  KeyFile& operator=(const KeyFile&) = delete;

  bool is_open() const { return file_ >= 0; }
  // False when the file cannot be read or is larger than a key.
  bool Read() {
    while (size_ < text_.size()) {
      const ssize_t read = ::read(file_, text_.data() + size_, text_.size() - size_);
      if (read < 0 && errno == EINTR) continue;
      if (read <= 0) return read == 0;
      size_ += static_cast<size_t>(read);
    }
    return false;
  }
  std::string_view text() const { return {text_.data(), size_}; }

 private:
  const int file_;
  std::array<char, kKeyFileBytesMax + 1> text_ = {};
  size_t size_ = 0;
};

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
  KeyFile file(path);
  if (!file.is_open()) {
    return absl::PermissionDeniedError("the key file " + path +
                                       " cannot be opened; run sekisho as the user who owns it");
  }
  if (!file.Read()) {
    return absl::InvalidArgumentError("the key file " + path + " is larger than a key");
  }
  return Parse(file.text(), "the file " + path);
}

// The first variable names a file, the second one is the key itself.
StatusOr<std::optional<KeyedHash>> ReadEnvironment(const char* file_name, const char* key_name) {
  if (const std::string path = Environment(file_name); !path.empty()) return ReadFile(path);
  char* const key = std::getenv(key_name);
  if (key == nullptr || *key == '\0') return std::optional<KeyedHash>();
  StatusOr<std::optional<KeyedHash>> parsed = Parse(key, key_name);
  // What the process was started with is shown to its owner as long as it runs.
  Wipe(key, std::strlen(key));
  unsetenv(key_name);
  return parsed;
}

}  // namespace

void AddKeyOptions(Command command, KeyChoice* choice) {
  const Option file =
      command
          .AddOption("--key-file", &choice->file,
                     "Key that hashes numbers of documents: 64 hexadecimal digits (or "
                     "SEKISHO_KEY_FILE, SEKISHO_KEY); without one they are refused")
          .OptionText("FILE");
  command.AddFlag("--demo", &choice->demo, "Made-up data: hash them by a key that is public")
      .Excludes(file);
}

StatusOr<std::optional<KeyedHash>> ReadDocumentKey(const KeyChoice& choice) {
  if (choice.demo) return std::optional<KeyedHash>(KeyedHash::ForDemo());
  if (!choice.file.empty()) return ReadFile(choice.file);
  return ReadEnvironment("SEKISHO_KEY_FILE", "SEKISHO_KEY");
}

StatusOr<std::optional<KeyedHash>> ReadExchangeKey() {
  static const StatusOr<std::optional<KeyedHash>> key =
      ReadEnvironment("SEKISHO_EXCHANGE_KEY_FILE", "SEKISHO_EXCHANGE_KEY");
  return key;
}

Status WithHowToGiveKey(const Status& refused) {
  return {refused.code(),
          std::string(refused.message()) +
              ". Make one with\n  (umask 077; openssl rand -hex 32 > sekisho.key)\nand give "
              "--key-file sekisho.key; for made-up data give --demo"};
}

}  // namespace sekisho
