  // The report as a whole.
  const SECTIONS = [["summary", overview], ["queue", queue], ["groups", groups], ["signs", signs],
                    ["measuresToTake", measures], ["setAside", setAside],
                    ["unevaluated", unevaluated], ["about", about]];
  start();
