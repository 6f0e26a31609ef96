// The lists that somebody could buy or collect about the market, in the form of docs/lists.md. They
// follow from its size alone, not from who uses what they name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sekisho::simulate {

struct MarketList {
  std::string file;  // name within the folder
  std::string text;
};

// lists.yml and the files it names, of a market of so many accounts.
std::vector<MarketList> MakeLists(uint32_t accounts);

}  // namespace sekisho::simulate
