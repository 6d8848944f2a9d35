import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'

export type SentFile = { name: string; bytes: Uint8Array }

const filesMax = 20
const formBytesMax = 20 * limits.screenplayBytesMax

/** The files of a multipart form. Fails: FORM_REFUSED. */
export const filesOf = async (req: PayloadRequest): Promise<SentFile[]> => {
  if (Number(req.headers.get('content-length') ?? 0) > formBytesMax) throw refused('It is too large.')
  const form = await formOf(req)
  const files = [...form.values()].filter((value) => typeof value !== 'string')
  if (files.length === 0) throw refused('It holds no file.')
  if (files.length > filesMax) throw refused(`It holds ${String(files.length)} files; at most ${String(filesMax)} are taken at once.`)
  return Promise.all(files.map(async (file) => ({ name: safeName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) })))
} // prettier-ignore

const formOf = async (req: PayloadRequest): Promise<FormData> => {
  try {
    const form = await req.formData?.()
    if (form) return form
  } catch {
    // told below
  }
  throw refused('It is broken or was cut off.')
}

/** A name to show; no path, nothing invisible. */
const safeName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-200) || 'file'

const refused = (why: string) =>
  new StudioError({
    code: 'FORM_REFUSED',
    what: 'The form cannot be read.',
    why,
    fix: 'Send files in the field “file” as multipart/form-data.',
    field: 'file',
  })
