// RuleYaml(): random rule files.
#include <array>
#include <string>
#include <vector>

#include "oracle/choices.h"
#include "oracle/generators.h"

namespace sekisho::oracle {
namespace {

// Every detection that Events() feeds, plain and through facts, profiles and links.
constexpr const char* kDetections = R"(title: t
name: session_start
logsource: {product: sekisho, category: session}
detection: {start: {type: session.start}, condition: start}
---
title: t
name: session_any
logsource: {product: sekisho, category: session}
detection: {any: {type|startswith: "session."}, condition: any}
---
title: t
name: session_end
logsource: {product: sekisho, category: session}
detection: {end: {type: session.end}, condition: end}
---
title: t
name: bid
logsource: {product: sekisho, category: bid}
detection: {bid: {type: bid.submitted}, condition: bid}
---
title: t
name: award
logsource: {product: sekisho}
detection: {award: {type: award.granted}, condition: award}
---
title: t
name: work
logsource: {product: sekisho}
detection: {work: {type: work.log}, condition: work}
---
title: t
name: review
logsource: {product: sekisho, category: review}
detection: {review: {type: review.given}, condition: review}
---
title: t
name: payee
logsource: {product: sekisho, category: payout}
detection: {payee: {type: payout.account}, condition: payee}
---
title: t
name: stranger
logsource: {product: sekisho, category: payout}
detection: {stranger: {payout.holder_match: unrelated}, condition: stranger}
---
title: t
name: document
logsource: {product: sekisho}
detection: {document: {type: document.submission}, condition: document}
---
title: t
name: moved
logsource: {product: sekisho, category: session}
detection:
  known: {profile.previous_address|exists: true}
  same: {profile.previous_address|fieldref: network.address}
  condition: known and not same
---
title: t
name: busy
logsource: {product: sekisho}
detection:
  sessions: {profile.open_sessions|gte: 2}
  hours: {profile.active_hours|gte: 2}
  old: {profile.age_days|gte: 1, profile.bids|lt: 2}
  condition: 1 of *
---
title: t
name: fresh
logsource: {product: sekisho}
detection:
  device: {profile.new_device: true}
  address: {profile.new_address: true}
  condition: device or address
---
title: t
name: trusted
logsource: {product: sekisho}
detection:
  checked: {profile.verified: true, profile.days_since_verified|lt: 2}
  document: {profile.documents_seen|gte: 1}
  condition: checked or document
---
title: t
name: abroad
logsource: {product: sekisho}
detection:
  known: {profile.residence_country|exists: true, country|exists: true}
  same: {profile.residence_country|fieldref: country}
  condition: known and not same
---
title: t
name: passed_on
logsource: {product: sekisho}
detection:
  money: {transfer.percent_of_received|gte: 50}
  author: {author.match: unrelated}
  delivery: {shipment.address_match: different}
  sleeper: {profile.days_since_activity|gte: 1}
  condition: 1 of *
---
title: t
name: link
logsource: {product: sekisho, category: link}
detection: {link: {type: link.new}, condition: link}
---
title: t
name: device_link
logsource: {product: sekisho, category: link}
detection: {link: {link.kind: device}, condition: link}
)";

using Names = std::vector<std::string>;

Names DetectionNames() {
  return {"session_start", "session_any", "session_end", "bid",      "award",  "work",
          "review",        "payee",       "stranger",    "document", "moved",  "busy",
          "link",          "device_link", "fresh",       "trusted",  "abroad", "passed_on"};
}

// `count` different ones, the earlier correlations among them more often than their share.
Names PickRules(Choices* c, const Names& correlations, size_t count) {
  Names pool = DetectionNames();
  Names picked;
  while (picked.size() < count) {
    const bool chained = !correlations.empty() && c->Chance(50);
    const std::string rule =
        chained ? correlations[c->Below(correlations.size())] : pool[c->Below(pool.size())];
    if (std::find(picked.begin(), picked.end(), rule) == picked.end()) {
      picked.push_back(rule);
    } else if (!chained) {
      std::erase(pool, rule);
    }
  }
  return picked;
}

std::string List(const Names& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return '[' + list + ']';
}

std::string Line(const std::string& key, const std::string& value) {
  return "  " + key + ": " + value + "\n";
}

std::string Small(Choices* c) { return c->Of({"2", "1", "3", "1", "2", "4"}); }

// Operators whose numbers cannot contradict each other.
std::string CountOperators(Choices* c) {
  switch (c->Below(9)) {
    case 0:
      return "gt: " + Small(c);
    case 1:
      return "lt: " + std::to_string(2 + c->Below(3));
    case 2:
      return "lte: " + Small(c);
    case 3:
      return "eq: " + Small(c);
    case 4:
      return "neq: " + Small(c);
    case 5:
      return "gte: 2, lte: 3";
    default:
      return "gte: " + Small(c);
  }
}

std::string NumberOperators(Choices* c) {
  return c->Of({"gte: 60", "gt: 30.5", "lt: 40", "lte: 5", "eq: 5", "neq: 30", "gte: 5, lt: 80",
                "gte: 0.166666", "gt: -10"});
}

std::string ValueField(Choices* c, const std::string& type) {
  if (type != "value_count") return c->Of({"minutes", "amount"});
  return c->Of({"network.address", "device", "account", "time.hour", "project", "country",
                "[network.address, device]", "pair", "amount", "profile.document_holder"});
}

std::string GroupBy(Choices* c, bool with_currency) {
  if (with_currency) return c->Of({"[account, currency]", "[currency]"});
  return c->Of({"[account]", "[account]", "[account]", "[account]", "[account]",
                "[network.address]", "[device]", "[account, device]", "[pair]", "[project]",
                "[payout.key]", "[client]", "[]"});
}

std::string Span(Choices* c) { return c->Of({"10m", "1m", "5m", "20m", "1h", "1d", "20m", "1h"}); }

// `client` becomes a name for different fields of different rules.
std::string Aliases(Choices* c, const Names& rules) {
  std::string targets;
  for (const std::string& rule : rules) {
    if (c->Chance(30)) continue;
    targets += (targets.empty() ? "" : ", ") + rule + ": " + c->Of({"account", "other_account"});
  }
  return targets.empty() ? "" : "  aliases: {client: {" + targets + "}}\n";
}

std::string RatioBody(Choices* c, const Names& correlations) {
  std::string body = Line("numerator", List(PickRules(c, correlations, 1 + c->Below(2)))) +
                     Line("denominator", List(PickRules(c, correlations, 1 + c->Below(2)))) +
                     Line("timespan", c->Of({"20m", "1h", "1d"}));
  if (c->Chance(50)) body += Line("lag", c->Of({"5m", "1m"}));
  if (c->Chance(60)) {
    body += Line("minimum", "{denominator: " + std::to_string(c->Below(3)) +
                                ", numerator: " + std::to_string(c->Below(3)) + "}");
  }
  return body + Line("condition", c->Of({"{gte: 1}", "{lte: 0.5}", "{lt: 0.333333}", "{gt: 2}",
                                         "{eq: 0.5}", "{gte: 0.25, lte: 1.5}", "{neq: 1}"}));
}

std::string PresenceBody(Choices* c, const Names& correlations) {
  std::string body = Line("rules", List(PickRules(c, correlations, 1 + c->Below(3))));
  if (c->Chance(60)) body += Line("end", List(PickRules(c, correlations, 1)));
  return body + Line("gap", c->Of({"5m", "1m", "20m"})) +
         Line("condition", c->Of({"{gte: 5m}", "{gt: 1m}", "{gte: 30m}", "{gte: 0s}"}));
}

std::string WindowBody(Choices* c, const std::string& type, const Names& correlations,
                       std::string* group_by) {
  const bool temporal = type == "temporal" || type == "temporal_ordered";
  const Names rules = PickRules(c, correlations, temporal ? 2 + c->Below(2) : 1 + c->Below(3));
  std::string body = Line("rules", List(rules)) + Line("timespan", Span(c));
  if (temporal) {
    if (c->Chance(30)) body += Line("condition", "{gte: " + std::to_string(1 + c->Below(2)) + "}");
  } else if (type == "event_count") {
    body += Line("condition", "{" + CountOperators(c) + "}");
  } else {
    const std::string field = ValueField(c, type);
    std::string condition = "{field: " + field;
    condition += ", " + (type == "value_count" ? CountOperators(c) : NumberOperators(c));
    if (type == "value_percentile") condition += c->Of({", percentile: 50", ", percentile: 90"});
    body += Line("condition", condition + "}");
    if (field == "amount" && type != "value_count") *group_by = GroupBy(c, true);
  }
  const bool needs_currency = group_by->find("currency") != std::string::npos;
  if (!needs_currency && c->Chance(20)) {
    const std::string aliases = Aliases(c, rules);
    if (!aliases.empty()) *group_by = "[client]";
    body += aliases;
  }
  return body;
}

std::string Correlation(Choices* c, const std::string& name, const Names& correlations) {
  const std::string type =
      c->Of({"event_count", "value_count", "temporal", "temporal_ordered", "value_sum", "value_avg",
             "value_percentile", "ratio", "presence", "value_count", "event_count"});
  std::string group_by = GroupBy(c, false);
  std::string body;
  if (type == "ratio") {
    body = RatioBody(c, correlations);
  } else if (type == "presence") {
    body = PresenceBody(c, correlations);
  } else {
    body = WindowBody(c, type, correlations, &group_by);
  }
  if (group_by != "[]") body += Line("group-by", group_by);
  if (c->Chance(40)) body += Line("generate", "true");
  return "---\ntitle: t\nname: " + name + "\ncorrelation:\n" + Line("type", type) + body;
}

std::string FromNumbers(const std::vector<uint16_t>& numbers) {
  Choices choices(numbers);
  std::string yaml = kDetections;
  Names correlations;
  const size_t count = 2 + choices.Below(3);
  while (correlations.size() < count) {
    const std::string name = "c" + std::to_string(correlations.size() + 1);
    yaml += Correlation(&choices, name, correlations);
    correlations.push_back(name);
  }
  return yaml;
}

}  // namespace

rc::Gen<std::string> RuleYaml() {
  const auto number = rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<uint16_t>());
  return rc::gen::map(rc::gen::container<std::vector<uint16_t>>(100, number), FromNumbers);
}

}  // namespace sekisho::oracle
