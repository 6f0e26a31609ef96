#include <simdjson.h>

#include <array>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "core/limits.h"
#include "core/text.h"
#include "screening/dates.h"
#include "screening/readers.h"

namespace sekisho {
namespace {

using simdjson::dom::element;

constexpr std::array<std::string_view, 3> kNames = {"name", "alias", "previousName"};
constexpr std::array<std::string_view, 7> kDocuments = {
    "passportNumber",       "idNumber", "taxNumber", "registrationNumber",
    "socialSecurityNumber", "innCode",  "leiCode"};
constexpr std::string_view kWalletSchema = "CryptoWallet";

// Each text of the list `property`.
template <typename Use>
void ForEachText(const element& properties, std::string_view property, const Use& use) {
  simdjson::dom::array values;
  if (properties[property].get(values) != simdjson::SUCCESS) return;
  for (const element value : values) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS && !text.empty()) use(text);
  }
}

class FtmReader {
 public:
  FtmReader(std::string_view file, WatchList* list) : file_(file), list_(*list) {}

  void Read(std::string_view lines) {
    for (uint64_t line = 1; !lines.empty(); ++line) {
      const size_t end = lines.find('\n');
      const std::string_view text = lines.substr(0, end);
      lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
      if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      open_end_ = end == std::string_view::npos;
      ReadLine(text, line);
    }
    for (const auto& [holder, wallet] : wallets_) {
      const auto found = by_id_.find(holder);
      if (found != by_id_.end()) list_.entries[found->second].wallets.push_back(wallet);
    }
  }

 private:
  void Problem(uint64_t line, std::string_view reason) {
    AddProblem({file_, line, std::string(reason)}, &list_);
  }

  void ReadLine(std::string_view text, uint64_t line) {
    if (text.size() > limits::kLineBytesMax) return Problem(line, "the line is longer than 8 MiB");
    element entity;
    if (const auto error = parser_.parse(text.data(), text.size()).get(entity)) {
      if (open_end_) {
        return AddDamage({file_, line, "the file ends inside of a line: it is cut off",
                          std::string(kFetchAgain)},
                         &list_);
      }
      return Problem(line, simdjson::error_message(error));
    }
    std::string_view id;
    std::string_view schema;
    element properties;
    if (entity["id"].get(id) != simdjson::SUCCESS ||
        entity["schema"].get(schema) != simdjson::SUCCESS ||
        entity["properties"].get(properties) != simdjson::SUCCESS) {
      return Problem(line, "an entity has id, schema and properties");
    }
    if (schema == kWalletSchema) return ReadWallet(properties);
    ReadEntity(std::string(id), entity, properties);
  }

  void ReadWallet(const element& properties) {
    ForEachText(properties, "publicKey", [&](std::string_view key) {
      ForEachText(properties, "holder", [&](std::string_view holder) {
        wallets_.emplace_back(std::string(holder), std::string(key));
      });
    });
  }

  void ReadEntity(std::string id, const element& entity, const element& properties) {
    ListedEntry entry;
    entry.id = std::move(id);
    std::string_view caption;
    if (entity["caption"].get(caption) == simdjson::SUCCESS) {
      entry.names.push_back({std::string(caption), false});
    }
    for (const std::string_view property : kNames) {
      ForEachText(properties, property, [&](std::string_view name) {
        if (name != caption) entry.names.push_back({std::string(name), false});
      });
    }
    ForEachText(properties, "weakAlias", [&](std::string_view name) {
      entry.names.push_back({std::string(name), true});
    });
    // Addresses, sanctions and other parts are entities of their own, without a name.
    if (entry.names.empty() || !HasProperty(properties, "name")) return;
    ForEachText(properties, "birthDate", [&](std::string_view date) {
      if (const auto read = ReadBirthDate(date)) entry.births.push_back(*read);
    });
    for (const std::string_view property : kDocuments) {
      ForEachText(properties, property, [&](std::string_view number) {
        entry.documents.push_back(LettersAndDigits(number, TextCase::kUpper));
      });
    }
    ForEachText(properties, "address",
                [&](std::string_view address) { entry.addresses.emplace_back(address); });
    ForEachText(properties, "programId",
                [&](std::string_view programme) { entry.programme = std::string(programme); });
    by_id_[entry.id] = list_.entries.size();
    list_.entries.push_back(std::move(entry));
  }

  static bool HasProperty(const element& properties, std::string_view property) {
    element ignored;
    return properties[property].get(ignored) == simdjson::SUCCESS;
  }

  const std::string file_;
  WatchList& list_;
  bool open_end_ = false;  // no line end stands behind the line
  simdjson::dom::parser parser_;
  absl::flat_hash_map<std::string, size_t> by_id_;
  std::vector<std::pair<std::string, std::string>> wallets_;  // holder, address
};

}  // namespace

void ReadFtm(std::string_view file, std::string_view lines, WatchList* list) {
  FtmReader(file, list).Read(lines);
}

}  // namespace sekisho
