import { XMLParser } from 'fast-xml-parser'
import { StudioError } from '@/domain/errors/StudioError'

/** An element of XML. What stands between its tags is `children`; `name` '' is plain text. */
export type XmlNode = { name: string; text: string; attributes: Record<string, string>; children: XmlNode[] }

// entities stay as they are written: only XML's own five and numbers are read, below
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
})

const depthMax = 40

/** Reads XML without entities of its own. Fails: FDX_REFUSED. */
export const readXml = (source: string): XmlNode[] => {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(source))
    throw refused('It declares a document type or entities, which could pull in other files or grow without end.')
  refuseBroken(source)
  try {
    return nodesOf(parser.parse(source))
  } catch (error) {
    throw refused(error instanceof Error ? error.message.slice(0, 160) : 'It is no XML.')
  }
}

const closings: Record<string, string> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' }

/** Without comments, character data and instructions; in one pass, whatever is left open. */
const bareTags = (source: string): string => {
  const parts: string[] = []
  const opening = /<!--|<!\[CDATA\[|<\?/g
  let from = 0
  for (let found = opening.exec(source); found; found = opening.exec(source)) {
    const closing = closings[found[0]] ?? ''
    const end = source.indexOf(closing, opening.lastIndex)
    if (end < 0) throw refused(`${found[0]} is never closed.`)
    parts.push(source.slice(from, found.index))
    from = end + closing.length
    opening.lastIndex = from
  }
  return parts.join('') + source.slice(from)
}

const tag = /<(\/?)([\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/g

/** Every tag is whole and closed by its own name, none nested too deep: the parser itself forgives too much. */
const refuseBroken = (source: string): void => {
  const text = bareTags(source)
  const open: string[] = []
  let tags = 0
  for (const [, closing, name = '', alone] of text.matchAll(tag)) {
    tags++
    if (closing) {
      if (open.pop() !== name) throw refused(`<${name.slice(0, 40)}> is closed where it is not open.`)
    } else if (!alone) open.push(name)
    if (open.length > depthMax) throw refused(`Its elements are nested deeper than ${String(depthMax)}.`)
  }
  const [left] = open
  if (left !== undefined) throw refused(`<${left.slice(0, 40)}> is never closed; the file may have been cut off.`)
  if (text.split('<').length - 1 !== tags) throw refused('It holds a < that begins no element.')
}

const nodesOf = (list: unknown): XmlNode[] =>
  Array.isArray(list) ? list.flatMap((one: Record<string, unknown>) => nodeOf(one)) : []

const nodeOf = (one: Record<string, unknown>): XmlNode[] => {
  const name = Object.keys(one).find((key) => key !== ':@') ?? ''
  if (name.startsWith('?')) return []
  const given = one[':@'] as Record<string, unknown> | undefined
  const attributes = Object.fromEntries(Object.entries(given ?? {}).map(([key, value]) => [key, plain(String(value))]))
  if (name === '#text') return [{ name: '', text: plain(String(one[name])), attributes: {}, children: [] }]
  return [{ name, text: '', attributes, children: nodesOf(one[name]) }]
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi

/** An entity nobody knows stays as it is written. */
const plain = (text: string): string =>
  text.replace(entity, (whole, ...[hex, number, name]: (string | undefined)[]) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })

/** All elements of a name below a node, not deeper than its children. */
export const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] =>
  (node?.children ?? []).filter((one) => one.name === name)

/** As XML writes it: its own signs as entities, without what XML cannot hold. */
export const xmlText = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are what XML 1.0 leaves out
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

export const refused = (why: string): StudioError =>
  new StudioError({
    code: 'FDX_REFUSED',
    what: 'The Final Draft file cannot be read.',
    why,
    fix: 'Save it again in Final Draft as .fdx, or export it as Fountain or plain text.',
    field: 'file',
    retry: 'never',
  })
