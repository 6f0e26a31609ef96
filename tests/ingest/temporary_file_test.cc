// What does not fit into memory comes back as it was, leaves nothing behind, and is never lost
// without an error.
#include "ingest/temporary_file.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "ingest/poor_disk.h"

namespace sekisho {
namespace {

constexpr size_t kMuch = 300'000;  // more than is kept in memory

// A text in which every place looks different.
std::string Text(size_t bytes) {
  std::string text;
  for (uint64_t i = 0; text.size() < bytes; ++i) text += std::to_string(i) + ' ';
  text.resize(bytes);
  return text;
}

std::string Read(const TemporaryFile& file, uint64_t offset, size_t count) {
  std::string out(count, '\0');
  const Status status = file.Read(offset, count, out.data());
  return status.ok() ? out : std::string(ToStd(status.message()));
}

bool Contains(const Status& status, std::string_view part) {
  return ToStd(status.message()).find(part) != std::string_view::npos;
}

class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() /
              ("sekisho_temporary_" + std::to_string(::getpid()))) {
    std::filesystem::create_directory(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string path() const { return path_.string(); }
  bool IsEmpty() const { return std::filesystem::is_empty(path_); }

 private:
  std::filesystem::path path_;
};

RC_GTEST_PROP(TemporaryFile, GivesBackWhatWasAppended, ()) {
  PoorDisk disk;
  disk.is_slow = *rc::gen::arbitrary<bool>();
  TemporaryFile file({"", 0, &disk}, "");
  std::string all;
  for (int i = 0; i < 12; ++i) {
    const std::string text = Text(*rc::gen::inRange<size_t>(0, i % 3 == 0 ? 150'000 : 900));
    RC_ASSERT(file.Append(text).ok());
    all += text;
    const size_t begin = *rc::gen::inRange<size_t>(0, all.size() + 1);
    const size_t count = *rc::gen::inRange<size_t>(0, all.size() - begin + 1);
    RC_ASSERT(Read(file, begin, count) == all.substr(begin, count));
  }
  RC_ASSERT(file.size() == all.size());
  RC_ASSERT(Read(file, 0, all.size()) == all);
  RC_ASSERT(Read(file, 1, all.size()).find("does not hold") != std::string::npos);
}

TEST(TemporaryFile, HasNoNameAndIsForNobodyElse) {
  const Folder folder;
  PoorDisk disk;
  TemporaryFile file({folder.path(), 0, &disk}, "");
  ASSERT_TRUE(file.Append(Text(kMuch)).ok());
  ASSERT_GE(disk.opened, 0);
  struct stat info;
  ASSERT_EQ(fstat(disk.opened, &info), 0);
  EXPECT_EQ(info.st_nlink, 0u);
  EXPECT_EQ(info.st_mode & 0777, 0600u);
  EXPECT_GE(info.st_size, static_cast<off_t>(kMuch / 2));
  EXPECT_TRUE(folder.IsEmpty());
}

TEST(TemporaryFile, IsNoiseOnTheDisk) {
  PoorDisk disk;
  const std::string text = Text(kMuch);
  TemporaryFile one({"", 0, &disk}, "");
  ASSERT_TRUE(one.Append(text).ok());
  std::string first(kMuch, '\0');
  ASSERT_EQ(pread(disk.opened, first.data(), kMuch, 0), static_cast<ssize_t>(kMuch));
  TemporaryFile other({"", 0, &disk}, "");
  ASSERT_TRUE(other.Append(text).ok());
  std::string second(kMuch, '\0');
  ASSERT_EQ(pread(disk.opened, second.data(), kMuch, 0), static_cast<ssize_t>(kMuch));
  size_t like_text = 0;
  size_t alike = 0;
  for (size_t i = 0; i < kMuch; ++i) {
    like_text += first[i] == text[i] ? 1 : 0;
    alike += first[i] == second[i] ? 1 : 0;
  }
  // One in 256, give or take.
  EXPECT_LT(like_text, kMuch / 128);
  EXPECT_LT(alike, kMuch / 128);
}

TEST(TemporaryFile, LittleNeedsNoFile) {
  PoorDisk disk;
  TemporaryFile file({"/nowhere", 0, &disk}, "");
  ASSERT_TRUE(file.Append("little").ok());
  EXPECT_EQ(Read(file, 2, 3), "ttl");
  EXPECT_EQ(disk.files, 0);
}

TEST(TemporaryFile, StandsInTheFolderThatTheUserNames) {
  const Folder folder;
  const char* const before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  setenv("TMPDIR", folder.path().c_str(), 1);
  PoorDisk disk;
  disk.bytes_free = 10;
  TemporaryFile file({"", 1000, &disk}, "");
  const Status named = file.Append(Text(kMuch));
  setenv("TMPDIR", (folder.path() + "/none").c_str(), 1);
  TemporaryFile lost({"", 0, &disk}, "");
  const Status status = lost.Append(Text(kMuch));
  if (before == nullptr) {
    unsetenv("TMPDIR");
  } else {
    setenv("TMPDIR", kept.c_str(), 1);
  }
  EXPECT_TRUE(Contains(named, "in " + folder.path() + " is not made larger")) << named;
  // Never in /tmp when somebody asked for another place.
  EXPECT_TRUE(Contains(status, "what TMPDIR names is none")) << status;
}

TEST(TemporaryFile, SaysWhatIsWrongWhereAndWhatToDo) {
  PoorDisk disk;
  TemporaryFile nowhere({"/nowhere", 0, &disk}, "go without");
  const Status none = nowhere.Append(Text(kMuch));
  EXPECT_EQ(none.message(),
            "a temporary file in /nowhere cannot be made: No such file or directory; make room "
            "there, or name another folder in TMPDIR, or go without");
  disk.bytes_max = 100'000;
  TemporaryFile full({"/tmp", 0, &disk}, "");
  const Status status = full.Append(Text(kMuch));
  EXPECT_EQ(status.message(),
            "a temporary file in /tmp cannot be written: No space left on device; make room there, "
            "or name another folder in TMPDIR");
  EXPECT_TRUE(absl::IsResourceExhausted(status));
  EXPECT_EQ(full.Append("more"), status);
  disk.bytes_max = ~uint64_t{0};
  TemporaryFile worn({"/tmp", 0, &disk}, "");
  ASSERT_TRUE(worn.Append(Text(kMuch)).ok());
  disk.is_readable = false;
  EXPECT_NE(Read(worn, 0, 10).find("in /tmp cannot be read back: Input/output error"),
            std::string::npos);
}

// What was appended before the disk was full can still be read.
TEST(TemporaryFile, KeepsWhatItTook) {
  for (const uint64_t room : {0u, 1u, 65'000u, 65'536u, 100'000u}) {
    PoorDisk disk;
    disk.bytes_max = room;
    TemporaryFile file({"", 0, &disk}, "");
    const std::string line = Text(1000);
    std::string all;
    while (file.Append(line).ok()) all += line;
    EXPECT_EQ(Read(file, 0, all.size()), all) << room;
  }
}

}  // namespace
}  // namespace sekisho
