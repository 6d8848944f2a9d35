const numbers = 'a one two three four five six seven eight nine ten eleven twelve'.split(' ')
const lengths: Readonly<Record<string, number>> = { day: 1, night: 1, week: 7, month: 30, year: 365, tag: 1, woche: 7, monat: 30, jahr: 365 } // prettier-ignore
const counted =
  /\b(?:(an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|several|some|many|a few|\d{1,3}) )?(day|night|week|month|year)s? (?:later|after)\b/i
const next =
  /\b(?:next|following|n[äa]chste[nrm]?) (?:\w+ )?(?:day|morning|night|evening|afternoon|dawn|noon|tag|morgen|abend|nacht|week|month|year|weekend)\b|\bthe (?:day|morning) after\b|\btomorrow\b/i

/** How many days a text says have passed: "NEXT MORNING" 1, "TWO DAYS LATER" 2, "A WEEK LATER" 7, "YEARS LATER" 730; 0 when it says nothing. */
export const daysLater = (text: string): number => {
  const said = counted.exec(text)
  if (said) return countOf(said[1]) * (lengths[(said[2] ?? '').toLowerCase()] ?? 1)
  const one = next.exec(text)
  return one ? (lengths[/(week|month|year)\b/i.exec(one[0])?.[1]?.toLowerCase() ?? 'day'] ?? 1) : 0
}

/** Several and none named mean two. */
const countOf = (word: string | undefined): number => {
  const said = (word ?? '').toLowerCase()
  if (/^\d+$/.test(said)) return Number(said)
  const tens = { twenty: 20, thirty: 30, forty: 40, fifty: 50 }[said]
  if (tens !== undefined) return tens
  return said === 'an' ? 1 : numbers.includes(said) ? Math.max(1, numbers.indexOf(said)) : 2
}
