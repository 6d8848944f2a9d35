import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { callJson, type Called } from '../paid/callJson'
import { fileNotPut, fileTooLarge } from '../paid/fileNotPut'
import { objectOf, textOf } from '../paid/objectOf'
import { publicLookup } from '../paid/publicLookup'
import { singleShot } from '../paid/singleShot'
import { readFault } from '../paid/submitEnd'
import type { FalLine } from './falAccount'

type File = { path: string; mime: string; bytes: number; sha256: string }

/** fal takes more only in parts. */
const bytesMost = 90 * 1024 * 1024
const keptS = 7 * 24 * 3600
const uploadMs = 300_000

/** Puts a file into fal's storage: an address is asked for, then the file is sent there, without our key. */
export const falPutFile = async (
  line: FalLine,
  file: File,
  signal: AbortSignal,
): Promise<{ address: string; until: Date | null }> => {
  if (file.bytes > bytesMost) throw fileTooLarge('fal', bytesMost)
  const asked = Date.now()
  const called = await callJson({
    method: 'POST',
    url: `${line.rest}/storage/upload/initiate?storage_type=fal-cdn-v3`,
    headers: { ...line.headers, 'x-fal-object-lifecycle': JSON.stringify({ expiration_duration_seconds: keptS }) },
    json: { content_type: file.mime, file_name: `${file.sha256}${extname(file.path)}` },
    signal,
  })
  const given = called.is === 'json' && called.status < 300 ? objectOf(called.json) : {}
  const [to, address] = [textOf(given['upload_url']), textOf(given['file_url'])]
  if (to === null || address === null || !URL.canParse(to)) throw notPut(line, called)
  const way = reached(line, new URL(to)) // before the file is opened
  const end = await singleShot({
    method: 'PUT',
    url: to,
    headers: { 'content-type': file.mime, 'content-length': String(file.bytes) },
    body: createReadStream(file.path),
    signal,
    withinMs: uploadMs,
    ...way,
  })
  if (end.is !== 'answered') throw fileNotPut('fal', end.why)
  if (end.status >= 300) throw fileNotPut('fal', `Its storage answered ${String(end.status)}.`)
  return { address, until: new Date(asked + keptS * 1000) }
}

const notPut = (line: FalLine, called: Called) => fileNotPut('fal', readFault(called, line.reader).message)

/** Only a public address, or a host that is set: the address came in an answer. */
const reached = (line: FalLine, to: URL) => {
  try {
    return publicLookup(to, { allowHosts: [...line.allowHosts, new URL(line.rest).host] })
  } catch (error) {
    throw error instanceof StudioError ? fileNotPut('fal', error.why) : error
  }
}
