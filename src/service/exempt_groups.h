// Groups without the links that an exemption covers: who shares a declared payee or the computer
// of a household is no group because of it.
#pragma once

#include <cstdint>
#include <vector>

#include "assess/exemptions.h"
#include "rules/rule_set.h"
#include "service/finding.h"

namespace sekisho {

// Takes the covered links out; a group that falls apart becomes several or none, in the order of
// their oldest accounts. An exemption for one indicator covers the links of those identifiers that
// the rules of the indicator group by; one for all indicators covers every link. Returns how many
// links were taken out.
uint64_t DropExemptedLinks(const RuleSet& rules, const ExemptionRegister& exemptions,
                           std::vector<AccountGroup>* groups);

}  // namespace sekisho
