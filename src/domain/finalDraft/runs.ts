import { readEmphasis, type StyledRun } from '../screenplay/emphasis'
import { xmlText, type XmlNode } from './xml'

const marks = [
  ['bold', '**', 'Bold'],
  ['italic', '*', 'Italic'],
  ['underline', '_', 'Underline'],
] as const

/** Fountain's emphasis as Final Draft's runs: `<Text Style="Bold+Italic">…</Text>`. */
export const writeRuns = (fountain: string): string =>
  readEmphasis(fountain)
    .map((run) => {
      const styles = marks.filter(([style]) => run[style]).map(([, , name]) => name)
      return `<Text${styles.length > 0 ? ` Style="${styles.join('+')}"` : ''}>${xmlText(run.text)}</Text>`
    })
    .join('')

/** The words of a paragraph in Fountain's emphasis; notes that hang on it are not among them. */
export const readRuns = (paragraph: XmlNode): string =>
  paragraph.children
    .filter(({ name }) => name === 'Text')
    .map((node) => {
      const styles = new Set((node.attributes.Style ?? '').split('+'))
      const text = node.children.map((inner) => inner.text).join('')
      return { text, bold: styles.has('Bold'), italic: styles.has('Italic'), underline: styles.has('Underline') }
    })
    .map(markRun)
    .join('')

/** Marks stand at the words, line by line, and what looks like one keeps its backslash. */
const markRun = (run: StyledRun): string =>
  marks.every(([style]) => !run[style]) && !/[*_\\\r]/.test(run.text) ? run.text : markedRun(run)

const markedRun = (run: StyledRun): string =>
  run.text
    .split(/\r\n?|\n/)
    .map((line) => {
      const plain = escaped(line)
      const words = plain.trim()
      if (words === '') return line
      const from = plain.length - plain.trimStart().length
      const [before, after] = [plain.slice(0, from), plain.slice(from + words.length)]
      const on = marks.filter(([style]) => run[style]).map(([, sign]) => sign)
      return `${before}${on.join('')}${words}${[...on].reverse().join('')}${after}`
    })
    .join('\n')

/** Signs that Fountain would take for emphasis: where the line has none that pair, they stay as they are. */
const escaped = (line: string): string =>
  !/[*_\\]/.test(line) ||
  readEmphasis(line)
    .map(({ text }) => text)
    .join('') === line
    ? line
    : line.replace(/[*_\\]/g, '\\$&')
