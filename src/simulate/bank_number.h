// Numbers of bank accounts as banks give them out: with check digits that fit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sekisho::simulate {

// The number of an account in that country (ISO 3166-1 alpha-2), another one for each `hash`: an
// IBAN (ISO 13616) where the country has them, in the United States a routing number and the
// account, in Japan bank, branch and account, elsewhere bank and account.
std::string BankNumber(std::string_view country, uint64_t hash);

}  // namespace sekisho::simulate
