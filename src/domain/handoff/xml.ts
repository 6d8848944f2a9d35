/** An element: name, attributes, and what it holds: text or elements. */
export type Xml = { name: string; attributes: Record<string, string>; holds: string | Xml[] }

type Attributes = Record<string, string | number | null>

/** `element('asset', { id: 'r1' }, [...])`; attributes that are null are left out. */
export const element = (name: string, attributes: Attributes = {}, holds: string | number | Xml[] = []): Xml => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])),
  ),
  holds: typeof holds === 'number' ? String(holds) : holds,
})

/** The document as text; whatever XML cannot hold is left out. */
export const xmlText = (root: Xml, doctype: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${doctype}>\n${linesOf(root, '').join('\n')}\n`

const linesOf = ({ name, attributes, holds }: Xml, indent: string): string[] => {
  const open = `${indent}<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ')}`
  if (holds.length === 0) return [`${open}/>`]
  if (typeof holds === 'string') return [`${open}>${escaped(holds)}</${name}>`]
  return [`${open}>`, ...holds.flatMap((inner) => linesOf(inner, `${indent}  `)), `${indent}</${name}>`]
}

const marks: Record<string, string> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\t': '&#9;', '\r': '&#13;',
} // prettier-ignore

// eslint-disable-next-line no-control-regex -- the control characters XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu
const escaped = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"\n\t\r]/g, (mark) => marks[mark] ?? mark)
