/** The two requests behind the histogram: what happened over time, and what of that time was never loaded. */
export function histogramHrefs(question: string): readonly [counts: string, gaps: string] {
  return [`/api/histogram?${question}`, `/api/gaps?${question}`];
}
