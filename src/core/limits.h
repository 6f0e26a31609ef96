// Every limit of the engine, with its unit in its name. What a limit drops is counted and shown.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sekisho::limits {

// Bytes of one input line; a longer line goes to the rejects.
inline constexpr size_t kLineBytesMax = 8u << 20;
// Text that a packed file may unpack to whatever its size; and beyond that, as many times its
// packed bytes. Logs come to 5 to 50 times; what was packed to fill a disk comes to a thousand and
// more.
inline constexpr uint64_t kUnpackedBytesFree = uint64_t{1} << 30;
inline constexpr uint64_t kUnpackedTimesMax = 250;
// Bytes that a temporary file leaves free on its disk.
inline constexpr uint64_t kDiskBytesLeft = uint64_t{256} << 20;
// Levels of nesting below the event object; deeper lines go to the rejects.
inline constexpr int kNestingMax = 16;
// Bytes of one field that rules examine (semantics.md 28); longer values are cut and counted.
inline constexpr size_t kFieldBytesMax = 64u << 10;
// Fields of one event, nested ones included; a line with more goes to the rejects.
inline constexpr int kEventFieldsMax = 1024;
// Elements of the lists of one event; later ones are left out and counted.
inline constexpr size_t kListItemsMax = 4096;
// Bytes of the id of an event; a line with a longer one goes to the rejects.
inline constexpr size_t kEventIdBytesMax = 1024;
// Entries that one window keeps (semantics.md 17).
inline constexpr uint32_t kWindowEntriesMax = 4096;
// Earlier accounts of one identifier that a new account is linked to (semantics.md 20).
inline constexpr uint32_t kLinkAccountsMax = 32;
// Event ids in the evidence of a finding: the first and the newest half of these.
inline constexpr uint32_t kEvidenceMax = 50;
// Bytes of one value of an event that is shown beside a finding.
inline constexpr size_t kEvidenceValueBytesMax = 120;
// The HTML report. Events that are shown of one finding, the first and the newest half of these.
inline constexpr uint32_t kReportEvidenceMax = 10;
// Bytes of the list of accounts with their names; later accounts are not listed. Bytes of the
// groups; later ones are not drawn.
inline constexpr size_t kReportAccountBytesMax = 5u << 19;  // 2.5 MiB
inline constexpr size_t kReportGroupBytesMax = 1u << 20;
// Bytes of these and the findings. From the first on, findings come without their events; from the
// second on, they are left out.
inline constexpr size_t kReportEvidenceBytesMax = 6u << 20;
inline constexpr size_t kReportFindingBytesMax = 15u << 19;  // 7.5 MiB
// Accounts that are listed, accounts named beside one finding, groups that are drawn.
inline constexpr size_t kReportAccountsMax = 20'000;
inline constexpr size_t kReportFindingAccountsMax = 40;
inline constexpr size_t kReportGroupsMax = 500;
// Exemptions, and things that very many accounts share, that are listed.
inline constexpr size_t kReportExemptionsMax = 1000;
inline constexpr size_t kReportHubsMax = 200;
// Accounts and shared identifiers of one group.
inline constexpr size_t kReportGroupAccountsMax = 60;
inline constexpr size_t kReportGroupIdentifiersMax = 60;
// Levels of correlations fed by correlations (semantics.md 25).
inline constexpr int kChainDepthMax = 4;
// Windows that one match of a detection enters, with all that is fed by these in turn; a set of
// rules with more is refused.
inline constexpr size_t kUsesOfMatchMax = 1024;
// Bytes of one rule or indicator file.
inline constexpr size_t kRuleFileBytesMax = 1u << 20;
// Values of one YAML document after its aliases are filled in, and levels of nesting in it.
inline constexpr size_t kRuleNodesMax = 200'000;
inline constexpr int kRuleNestingMax = 48;
// Events, paths and entries of one table of values in a mapping file.
inline constexpr size_t kMappingEventsMax = 256;
inline constexpr size_t kMappingPathsMax = 256;
inline constexpr size_t kMappingValuesMax = 1024;
inline constexpr size_t kMappingTablesMax = 64;
// Bytes that the items of one record may become when each is made a record of its own.
inline constexpr size_t kSplitBytesMax = size_t{64} << 20;
// Lists of names and values that a mapping reads, and members of one that may hold the value.
inline constexpr size_t kMappingPairsMax = 16;
// Transforms of one value, one after the other.
inline constexpr size_t kMappingTransformsMax = 8;
// Bytes of the rows that an import keeps of one table, to join it or to compare it.
inline constexpr size_t kTableBytesMax = size_t{2} << 30;
// Bytes of a file that says what accounts are (scan --truth).
inline constexpr size_t kTruthBytesMax = size_t{2} << 30;
// Records of each file that the plan of an import looks at column by column, and records of a table
// that it imports on trial (tables that are joined or compared are read whole).
inline constexpr uint64_t kSampleRowsMax = 1000;
inline constexpr uint64_t kTrialRowsMax = 100'000;
// Lists (--lists): how many of them, bytes of one file and of one of its lines, entries of one, and
// how many of the lines that cannot be read are named one by one.
inline constexpr size_t kListsMax = 256;
inline constexpr uint64_t kListBytesMax = uint64_t{2} << 30;
inline constexpr size_t kListLineBytesMax = 4096;
inline constexpr size_t kListEntriesMax = 20'000'000;
inline constexpr size_t kListProblemsMax = 20;
// A list that holds fewer than one in so many of the entries that are in force may be one that was
// cut off; no reload takes it (lists/live_lists.h).
inline constexpr uint64_t kListShrinkMax = 2;
// Bytes of one line that a program which answers line by line is asked (facts -).
inline constexpr size_t kRequestBytesMax = 1u << 20;
// Addresses whose answers one thread remembers.
inline constexpr size_t kListAnswersMax = 2048;
// A database of addresses: levels of nesting of one record, and values of one record.
inline constexpr int kDatabaseNestingMax = 32;
inline constexpr size_t kDatabaseValuesMax = 4096;
// Levels of parentheses and `not` in one condition.
inline constexpr int kConditionDepthMax = 64;
// Patterns (`1 of x*`) of one detection's conditions.
inline constexpr size_t kConditionPatternsMax = 1024;
// Rules, group-by fields and aliases of one correlation.
inline constexpr size_t kCorrelationRulesMax = 256;
inline constexpr size_t kCorrelationFieldsMax = 16;
// Tests of one detection once its condition is written out.
inline constexpr size_t kProgramTestsMax = 65'536;
// Forms of one value after base64offset, windash and expand; none longer than kFieldBytesMax.
inline constexpr size_t kValueFormsMax = 4096;
// Memory of one compiled regular expression, bytes; and instructions of all of a load together.
inline constexpr int64_t kRegexBytesMax = 8 << 20;
inline constexpr size_t kRegexInstructionsMax = 2'000'000;
// Events of one test case after `repeat`.
inline constexpr size_t kCaseEventsMax = 200'000;
// Candidate files (vet): bytes of one, of which a full one with a year of answers has about 60 kB;
// entries of one of its lists; and problems of one that are named, as what follows is usually the
// same mistake again.
inline constexpr size_t kCandidateBytesMax = size_t{4} << 20;
inline constexpr size_t kCandidateItemsMax = 1000;
inline constexpr size_t kCandidateProblemsMax = 50;
// Accepted event times: 1970-01-01 up to, not including, 2263-01-01 (UTC, milliseconds).
inline constexpr int64_t kTimeMsMin = 0;
inline constexpr int64_t kTimeMsEnd = 9'246'182'400'000;

}  // namespace sekisho::limits
