// How the program ends, for scripts.
#pragma once

namespace sekisho {

enum ExitCode : int {
  kDone = 0,
  kFailed = 1,   // the command could not do its work, or found errors (rules check, rules test)
  kUsage = 2,    // it was called wrongly
  kRefused = 3,  // with --strict: an input line was refused
  kPartly = 4,   // screen: done, but a list was not looked through, or only in part, or is stale
};

}  // namespace sekisho
