// Readers of published lists. Each adds the entries of one text to a list; what it cannot read is
// left out, counted and named with file and line; a text that is cut off or has other columns is
// damage of its file, whatever was read. A cut at the end of a row shows only in the SHA-256 (OFAC:
// also in aliases and addresses of entries that are not there). No text can make them fail as a
// whole, hang or crash; the limits are those of core/limits.h.
#pragma once

#include <string>
#include <string_view>

#include "screening/entry.h"

namespace sekisho {

// The three files of OFAC's SDN list in CSV (no header; "-0-" is no value): names, other names,
// addresses, joined by their first column. Dates of birth, documents and wallets stand in the
// remarks of the first. https://ofac.treasury.gov, dat_spec.txt.
struct OfacFile {
  std::string_view name;  // for messages
  std::string_view text;
};
void ReadOfac(const OfacFile& sdn, const OfacFile& alt, const OfacFile& add, WatchList* list);

// The consolidated list of the UN Security Council, XML. https://scsanctions.un.org. A document
// with a DTD is refused: no entity can grow.
void ReadUn(std::string_view file, std::string_view xml, WatchList* list);

// Japan's Ministry of Finance, a sheet saved as CSV. The header is found by its words (日本語表記,
// 英語表記, 別名, 生年月日, 旅券番号 …), for sheets differ.
// https://www.mof.go.jp/policy/international_policy/gaitame_kawase/gaitame/economic_sanctions/
void ReadMof(std::string_view file, std::string_view csv, WatchList* list);

// Are the names of its columns in the beginning of a text? Spaces and line ends in them do not
// count: Japanese tables spread words over a cell ("日 本 語 表 記").
bool LooksLikeMof(std::string_view head);

// OpenSanctions' entities.ftm.json: one FollowTheMoney entity in JSON a line.
// https://www.opensanctions.org/docs/bulk/json
void ReadFtm(std::string_view file, std::string_view lines, WatchList* list);

}  // namespace sekisho
