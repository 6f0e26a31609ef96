// How findings add up: the numbers of policy/assessment.yml, which holds the reason for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "assess/assessment.h"

namespace sekisho {

// Classes are kinds of evidence ("payout", "device"); indicators with one cause count once. A sign
// is *solid* when it may stand on its own: not a proxy, or corroborated within its own rule, which
// then grades it hard.
struct AssessmentPolicy {
  // flag: one solid sign, or proxies of this many classes.
  size_t flag_proxy_classes = 0;
  // Or a link to an account of this level or higher; context: links list nobody.
  AssessmentLevel flag_linked_to = AssessmentLevel::kContext;

  // review: this many solid classes, this many hard signs among them.
  size_t review_classes = 0;
  size_t review_hard = 0;
  // The same when proxies are counted as well.
  size_t review_classes_with_proxies = 0;

  // The breadth path to review, which only ever asks for re-verification.
  size_t breadth_indicators = 0;
  size_t breadth_classes = 0;
  size_t breadth_solid = 0;  // of the indicators
  int64_t breadth_within_ms = 0;

  // urgent: hard signs of this many classes; or an opener beside this many hard signs of other
  // classes; or one of these openers by itself.
  size_t urgent_hard_classes = 0;
  size_t urgent_hard_beside_opener = 0;
  std::vector<std::string> urgent_openers;  // codes

  // Indicators that first ask the person: hard when the request is unanswered for this long.
  std::vector<std::string> ask_first;  // codes
  int64_t answer_within_ms = 0;

  // An address or device that this many accounts share is a hub: its findings are context.
  size_t hub_address_accounts = 0;
  size_t hub_device_accounts = 0;
};

}  // namespace sekisho
