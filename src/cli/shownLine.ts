const warning = 40

/**
 * A line of a part as this program shows it, with its line end: on a terminal only what people must know of a log (its
 * file has the rest), elsewhere the line as it is.
 */
export const shownLine = (line: string, onTerminal: boolean): string => {
  const entry = onTerminal && line.startsWith('{"level":') ? parsed(line) : null
  if (!entry) return `${line}\n`
  return Number(entry.level) < warning ? '' : `${entry.msg ?? line}\n`
}

const parsed = (line: string): { level?: unknown; msg?: string } | null => {
  try {
    return JSON.parse(line) as { level?: unknown; msg?: string }
  } catch {
    return null
  }
}
