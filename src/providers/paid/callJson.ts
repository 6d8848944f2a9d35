import type { Json } from '@/domain/catalogue/wish'
import { singleShot, type Shot, type ShotEnd } from './singleShot'

/** What came back: `odd` is an answer that is no JSON, told in words. */
export type Called =
  | { is: 'json'; status: number; headers: Record<string, string>; json: Json }
  | { is: 'odd'; status: number; headers: Record<string, string>; why: string }
  | Exclude<ShotEnd, { is: 'answered' }>

/** One exchange with JSON in it, once; `json` is the body. */
export const callJson = async (shot: Shot & { json?: unknown }): Promise<Called> => {
  const { json, ...rest } = shot
  const end = await singleShot({
    ...rest,
    headers: { accept: 'application/json', ...(json === undefined ? {} : jsonType), ...shot.headers },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  return end.is === 'answered' ? asJson(end) : end
}

const jsonType = { 'content-type': 'application/json' }

/** Reads an answer as JSON, whatever it says it is. */
export const asJson = ({ status, headers, bytes }: Extract<ShotEnd, { is: 'answered' }>): Called => {
  const read = parse(bytes)
  return typeof read === 'string' ? { is: 'odd', status, headers, why: read } : { is: 'json', status, headers, ...read }
}

const parse = (bytes: Buffer): { json: Json } | string => {
  const text = bytes.toString('utf8').trim()
  if (text === '') return 'Its answer is empty.'
  if (/^<(!doctype|html|\?xml)/i.test(text)) return `It answered with a page, not with JSON${titleIn(text)}.`
  try {
    const json = JSON.parse(text) as Json
    return isDeep(json) ? 'Its answer is nested without end.' : { json }
  } catch {
    return 'Its answer is no JSON.'
  }
}

const titleIn = (page: string) => {
  const title = /<title>([^<]{1,120})/i.exec(page)?.[1]?.trim()
  return title ? ` (“${title}”)` : ''
}

const depthMost = 64
const isDeep = (json: Json): boolean => {
  let level: Json[] = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthMost) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}
