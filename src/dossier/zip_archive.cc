#include "dossier/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>

#include "absl/strings/str_cat.h"
#include "core/visible_text.h"
#include "ingest/json_text.h"

namespace sekisho {
namespace {

constexpr uint16_t kDosDate = (1 << 5) | 1;  // 1980-01-01, the first day of the format
constexpr uint32_t kPlainFile = 0100644u << 16;
constexpr size_t kPartBytes = size_t{64} << 10;

struct ZipDeleter {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
using Zip = std::unique_ptr<zip_t, ZipDeleter>;

struct SourceDeleter {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceDeleter>;

struct FileDeleter {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using File = std::unique_ptr<zip_file_t, FileDeleter>;

std::string Words(zip_error_t* error) {
  std::string words = zip_error_strerror(error);
  zip_error_fini(error);
  return words;
}

Status Refuse(std::string_view what) {
  return InvalidInput(std::string(what) + "; ask for the bundle again");
}

Status AddMember(const BundleMember& member, zip_t* zip) {
  zip_source_t* const source = zip_source_buffer(zip, member.bytes.data(), member.bytes.size(), 0);
  const zip_int64_t index =
      source == nullptr ? -1 : zip_file_add(zip, member.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    if (source != nullptr) zip_source_free(source);
    return absl::InternalError(absl::StrCat(member.name, ": ", zip_strerror(zip)));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  zip_set_file_compression(zip, at, ZIP_CM_DEFLATE, 9);
  zip_file_set_dostime(zip, at, 0, kDosDate, 0);
  zip_file_set_external_attributes(zip, at, 0, ZIP_OPSYS_UNIX, kPlainFile);
  return absl::OkStatus();
}

StatusOr<std::string> BytesOf(zip_source_t* source) {
  std::string bytes;
  if (zip_source_open(source) != 0) return absl::InternalError("the zip file cannot be read back");
  std::array<char, kPartBytes> part;
  zip_int64_t got = 0;
  while ((got = zip_source_read(source, part.data(), part.size())) > 0) {
    bytes.append(part.data(), static_cast<size_t>(got));
  }
  zip_source_close(source);
  if (got < 0) return absl::InternalError("the zip file cannot be read back");
  return bytes;
}

// A name that stays below the folder into which somebody unpacks.
bool IsHarmless(std::string_view name) {
  if (name.empty() || name.size() > kBundleNameMax || name[0] == '/') return false;
  if (name.find('\\') != std::string_view::npos || name.find(':') != std::string_view::npos ||
      name.find('\0') != std::string_view::npos || FindBadUtf8(name) != name.size()) {
    return false;
  }
  for (size_t at = 0; at <= name.size();) {
    const size_t end = std::min(name.find('/', at), name.size());
    const std::string_view step = name.substr(at, end - at);
    if (step.empty() || step == "." || step == "..") return false;
    at = end + 1;
  }
  return true;
}

class ZipReader {
 public:
  StatusOr<std::vector<BundleMember>> Read(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
    if (source == nullptr) return Refuse("the bundle cannot be opened: " + Words(&error));
    zip_.reset(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (zip_ == nullptr) {
      return Refuse(zip_error_code_zip(&error) == ZIP_ER_EXISTS
                        ? "the bundle has two members of one name"
                        : "this is no sound zip file: " + Words(&error));
    }
    (void)source.release();  // the archive owns it now
    const zip_int64_t count = zip_get_num_entries(zip_.get(), 0);
    if (count < 0 || static_cast<uint64_t>(count) > kBundleMembersMax) {
      return Refuse(
          absl::StrCat("the bundle has ", count, " members, at most ", kBundleMembersMax));
    }
    std::vector<BundleMember> members;
    for (zip_int64_t i = 0; i < count; ++i) {
      StatusOr<BundleMember> member = Member(static_cast<zip_uint64_t>(i));
      if (!member.ok()) return member.status();
      members.push_back(*std::move(member));
    }
    std::sort(members.begin(), members.end(),
              [](const BundleMember& a, const BundleMember& b) { return a.name < b.name; });
    const auto same_name = [](const BundleMember& a, const BundleMember& b) {
      return a.name == b.name;
    };
    if (std::adjacent_find(members.begin(), members.end(), same_name) != members.end()) {
      return Refuse("the bundle has two members of one name");
    }
    return members;
  }

 private:
  StatusOr<BundleMember> Member(zip_uint64_t index) {
    zip_stat_t facts;
    if (zip_stat_index(zip_.get(), index, 0, &facts) != 0 || (facts.valid & ZIP_STAT_NAME) == 0) {
      return Refuse(absl::StrCat("member ", index, " of the bundle cannot be read"));
    }
    BundleMember member{facts.name, ""};
    const std::string shown = VisibleText(member.name.substr(0, kBundleNameMax));
    if (!IsHarmless(member.name)) {
      return Refuse("the name \"" + shown + "\" leads out of the bundle, or is none");
    }
    if ((facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE) {
      return Refuse("\"" + shown + "\" is encrypted");
    }
    const File file(zip_fopen_index(zip_.get(), index, 0));
    if (file == nullptr) return Refuse("\"" + shown + "\" cannot be read");
    // What the file says of its size is not believed.
    std::array<char, kPartBytes> part;
    zip_int64_t got = 0;
    while ((got = zip_fread(file.get(), part.data(), part.size())) > 0) {
      unpacked_ += static_cast<uint64_t>(got);
      if (unpacked_ > kBundleUnpackedMax) {
        return Refuse(
            absl::StrCat("the members unpack to more than ", kBundleUnpackedMax >> 20, " MiB"));
      }
      member.bytes.append(part.data(), static_cast<size_t>(got));
    }
    if (got < 0) return Refuse("\"" + shown + "\" is damaged");
    return member;
  }

  Zip zip_;
  uint64_t unpacked_ = 0;
};

}  // namespace

StatusOr<std::string> WriteZip(const std::vector<BundleMember>& members) {
  zip_error_t error;
  zip_error_init(&error);
  const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (source == nullptr) return absl::InternalError("no zip file can be made: " + Words(&error));
  zip_source_keep(source.get());  // to read it when the archive is closed
  Zip zip(zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (zip == nullptr) {
    zip_source_free(source.get());
    return absl::InternalError("no zip file can be made: " + Words(&error));
  }
  for (const BundleMember& member : members) {
    if (Status status = AddMember(member, zip.get()); !status.ok()) return status;
  }
  if (zip_close(zip.get()) != 0) {
    return absl::InternalError(absl::StrCat("the zip file: ", zip_strerror(zip.get())));
  }
  (void)zip.release();
  return BytesOf(source.get());
}

StatusOr<std::vector<BundleMember>> ReadZip(std::string_view bytes) {
  if (bytes.size() > kBundleBytesMax) {
    return Refuse(absl::StrCat("the bundle is larger than ", kBundleBytesMax >> 20, " MiB"));
  }
  return ZipReader().Read(bytes);
}

}  // namespace sekisho
