/** So long a question may be put off at most, days. */
export const waitMostDays = 90

/** Whether a person said that nothing shall be asked before a moment that is still to come. */
export const isQuiet = ({ quietUntil }: { quietUntil?: Date | null }, now: Date): boolean =>
  quietUntil !== null && quietUntil !== undefined && quietUntil > now
