  // The report as a whole.
  const SECTIONS = [["summary", overview], ["signs", signs], ["groups", groups],
                    ["accounts", () => [accounts(), others()]], ["unevaluated", unevaluated],
                    ["about", about]];
  start();
