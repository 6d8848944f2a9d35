import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { boundedBody } from './boundedBody'

export type SentFile = { name: string; bytes: Uint8Array }
/** What a form holds: its files, and its other fields by name. */
export type SentForm = { files: SentFile[]; fields: Record<string, string> }

const filesMax = 20
const partsMax = 40
const nameBytesMax = 255

/** The files and fields of a multipart form. Fails: FORM_REFUSED, BODY_TOO_LARGE, FILE_REFUSED (a name that is none). */
export const formOf = async (req: PayloadRequest): Promise<SentForm> => {
  const form = await readForm(req)
  const sent = [...form.entries()]
  const files = sent.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]))
  if (files.length === 0) throw refused('It holds no file.')
  if (files.length > filesMax) throw refused(`It holds ${String(files.length)} files; at most ${String(filesMax)} are taken at once.`)
  for (const { name } of files) refuseOddName(name)
  return {
    files: await Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))),
    fields: Object.fromEntries(sent.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
  }
} // prettier-ignore

const readForm = async (req: PayloadRequest): Promise<FormData> => {
  const body = await boundedBody(req, limits.formBytesMax)
  if (!body) throw tooLarge()
  const type = req.headers.get('content-type') ?? ''
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1] ?? ''
  if (boundary === '') throw refused('It names no boundary.')
  if (partsIn(body, boundary) > partsMax) throw refused(`It has more than ${String(partsMax)} parts.`)
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw refused('It is broken or was cut off.')
  }
}

/** How often the boundary stands in the body, no further than it matters. */
const partsIn = (body: Buffer, boundary: string): number => {
  const mark = `--${boundary}`
  let count = 0
  for (let at = body.indexOf(mark); at >= 0 && count <= partsMax; at = body.indexOf(mark, at + mark.length)) count++
  return count
}

/** A name is no path and holds nothing invisible. */
const refuseOddName = (name: string): void => {
  const why =
    name === '' || /^\.+$/.test(name)
      ? 'It has no name.'
      : /[/\\]/.test(name)
        ? 'Its name is a path.'
        : /[\p{Cc}\p{Cf}\uFFFD]/u.test(name)
          ? 'Its name holds characters that cannot be seen.'
          : Buffer.byteLength(name) > nameBytesMax
            ? `Its name is longer than ${String(nameBytesMax)} bytes.`
            : null
  if (why !== null) throw fileRefused({ name, why, fix: 'Rename the file and send it again.' })
}

/** A file that is not gathered, and why. */
export const fileRefused = ({ name, why, fix }: { name: string; why: string; fix: string }) =>
  new StudioError({
    code: 'FILE_REFUSED',
    what: `“${name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 80)}” was not gathered.`,
    why,
    fix,
    field: 'file',
  })

const tooLarge = () =>
  new StudioError({
    code: 'BODY_TOO_LARGE',
    what: 'The form was not read.',
    why: `It is larger than ${String(limits.formBytesMax / 1_000_000)} MB.`,
    fix: 'Send fewer files at once; what is larger goes into a folder beside the screenplay (docs/own-material.md).',
    field: 'file',
  })
const refused = (why: string) =>
  new StudioError({
    code: 'FORM_REFUSED',
    what: 'The form cannot be read.',
    why,
    fix: 'Send files in the field “file” as multipart/form-data.',
    field: 'file',
  })
