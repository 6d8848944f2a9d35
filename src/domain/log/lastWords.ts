const linesMost = 3
const charactersMost = 240

/** Of what a program printed, as much as people read: its last lines, each short, log entries by what they say. The log has the rest. */
export const lastWords = (printed: string): string => {
  const lines = printed.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const [first = '', ...rest] = lines
  const isIntroduced = first.endsWith(':')
  const said = (isIntroduced ? rest : lines).slice(-linesMost).map(shortened)
  return [...(isIntroduced ? [first] : []), ...said].join('\n')
} // prettier-ignore

const shortened = (line: string): string => {
  const text = messageIn(line) ?? line
  return text.length <= charactersMost ? text : `${text.slice(0, charactersMost - 1)}…`
}

const messageIn = (line: string): string | null => {
  if (!line.startsWith('{')) return null
  try {
    const { msg } = JSON.parse(line) as { msg?: unknown }
    return typeof msg === 'string' && msg !== '' ? msg : null
  } catch {
    return null
  }
}
