#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/text.h"
#include "screening/csv_rows.h"
#include "screening/dates.h"
#include "screening/readers.h"

namespace sekisho {
namespace {

enum class Field { kNone, kName, kOtherName, kBirth, kDocument, kAddress, kId, kWallet };

struct HeaderWord {
  std::string_view word;
  Field field;
};
// The first that a column holds counts. Columns that say where somebody comes from are not there.
constexpr HeaderWord kWords[] = {
    {"日本語表記", Field::kName},
    {"英語表記", Field::kName},
    {"氏名", Field::kName},
    {"名称", Field::kName},
    {"別名", Field::kOtherName},
    {"別称", Field::kOtherName},
    {"旧称", Field::kOtherName},
    {"通称", Field::kOtherName},
    {"生年月日", Field::kBirth},
    {"旅券番号", Field::kDocument},
    {"身分登録番号", Field::kDocument},
    {"身分証番号", Field::kDocument},
    {"住所", Field::kAddress},
    {"所在地", Field::kAddress},
    {"国連参照番号", Field::kId},
    {"アドレス", Field::kWallet},
};
constexpr uint64_t kHeaderRowsMax = 20;

std::string WithoutSpaces(std::string_view text) {
  std::string kept;
  for (const char c : NormalText(text, TextCase::kKept)) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') kept.push_back(c);
  }
  return kept;
}

Field FieldOf(std::string_view cell) {
  const std::string text = WithoutSpaces(cell);
  for (const HeaderWord& each : kWords) {
    if (text.find(each.word) != std::string::npos) return each.field;
  }
  return Field::kNone;
}

std::optional<std::vector<Field>> ReadHeader(const std::vector<std::string>& row) {
  std::vector<Field> fields;
  bool named = false;
  for (const std::string& cell : row) {
    fields.push_back(FieldOf(cell));
    named = named || fields.back() == Field::kName;
  }
  if (!named || fields.size() < 2) return std::nullopt;
  return fields;
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

// Takes "1)" and "(2)" off the beginning; ① has become "1" by then and stays, for a name may begin
// with a number.
std::string_view WithoutNumber(std::string_view text) {
  text = Trim(text);
  const size_t first = text.find_first_not_of("(0123456789");
  if (first == std::string_view::npos || first == 0 || text[first] != ')') return text;
  return Trim(text.substr(first + 1));
}

// Several values stand in one cell, one a line or between semicolons and ideographic commas.
std::vector<std::string> Pieces(std::string_view cell) {
  std::string parted = NormalText(cell, TextCase::kKept);
  for (const std::string_view comma : {"、", "・別名", "又は"}) {
    for (size_t at = parted.find(comma); at != std::string::npos; at = parted.find(comma)) {
      parted.replace(at, comma.size(), "\n");
    }
  }
  std::vector<std::string> pieces;
  std::string_view rest = parted;
  while (!rest.empty()) {
    const size_t end = rest.find_first_of("\n;");
    const std::string_view piece = WithoutNumber(rest.substr(0, end));
    if (!piece.empty()) pieces.emplace_back(piece);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return pieces;
}

void AddValue(Field field, const std::string& value, ListedEntry* entry) {
  switch (field) {
    case Field::kName:
    case Field::kOtherName:
      entry->names.push_back({value, false});
      break;
    case Field::kBirth:
      if (const auto date = ReadBirthDate(value)) entry->births.push_back(*date);
      break;
    case Field::kDocument:
      entry->documents.push_back(LettersAndDigits(value, TextCase::kUpper));
      break;
    case Field::kAddress:
      entry->addresses.push_back(value);
      break;
    case Field::kId:
      entry->id = value;
      break;
    case Field::kWallet:
      entry->wallets.push_back(value);
      break;
    case Field::kNone:
      break;
  }
}

// One filled cell is a heading between the rows, or a note below them.
bool IsEntryRow(const std::vector<std::string>& row) {
  return std::count_if(row.begin(), row.end(), [](const std::string& cell) {
           return !NormalText(cell, TextCase::kKept).empty();
         }) > 1;
}

}  // namespace

bool LooksLikeMof(std::string_view head) {
  const std::string text = WithoutSpaces(head);
  return text.find("日本語表記") != std::string::npos || text.find("英語表記") != std::string::npos;
}

void ReadMof(std::string_view file, std::string_view csv, WatchList* list) {
  std::optional<std::vector<Field>> header;
  uint64_t rows = 0;
  const auto on_row = [&](const std::vector<std::string>& row, uint64_t line) {
    ++rows;
    if (!header) {
      if (rows <= kHeaderRowsMax) header = ReadHeader(row);
      return;
    }
    ListedEntry entry;
    entry.id = std::string(file) + ":" + std::to_string(line);
    for (const Field first : {Field::kName, Field::kOtherName}) {
      for (size_t i = 0; i < row.size() && i < header->size(); ++i) {
        if ((*header)[i] != first) continue;
        for (const std::string& piece : Pieces(row[i])) AddValue(first, piece, &entry);
      }
    }
    for (size_t i = 0; i < row.size() && i < header->size(); ++i) {
      if ((*header)[i] == Field::kName || (*header)[i] == Field::kOtherName) continue;
      for (const std::string& piece : Pieces(row[i])) AddValue((*header)[i], piece, &entry);
    }
    if (!entry.names.empty()) {
      list->entries.push_back(std::move(entry));
    } else if (IsEntryRow(row)) {
      AddProblem({std::string(file), line, "the entry has no name"}, list);
    }
  };
  const CsvEnding ending = ForEachCsvRow(file, csv, list, on_row);
  if (!header) {
    AddDamage({std::string(file), 1,
               "no row of the first 20 names the columns (日本語表記, 英語表記, 別名, 生年月日 …)",
               "save the sheet of the Ministry's file with its row of names as CSV (UTF-8, UTF-16 "
               "or Shift_JIS)"},
              list);
  } else if (!ending.line_end && ending.cells < header->size()) {
    AddDamage({std::string(file), ending.line, "the file ends inside of a row: it is cut off",
               std::string(kFetchAgain)},
              list);
  }
}

}  // namespace sekisho
