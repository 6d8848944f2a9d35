import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { callJson } from '../paid/callJson'
import { fileNotPut, fileTooLarge } from '../paid/fileNotPut'
import { multipart } from '../paid/multipart'
import { objectOf, textOf } from '../paid/objectOf'
import { readFault } from '../paid/submitEnd'
import type { ReplicateLine } from './replicateLine'

const bytesMost = 100_000_000

/** Puts a file into Replicate's own storage. */
export const replicatePutFile = async (
  line: ReplicateLine,
  file: { path: string; mime: string; bytes: number; sha256: string },
  signal: AbortSignal,
): Promise<{ address: string; until: Date | null }> => {
  if (file.bytes > bytesMost) throw fileTooLarge('Replicate', bytesMost)
  const content = { bytes: await readFile(file.path), mime: file.mime, fileName: `${file.sha256}${extname(file.path)}` }
  const { body, headers } = await multipart([{ name: 'content', value: content }])
  const called = await callJson({
    method: 'POST',
    url: `${line.base}/files`,
    headers: { ...line.headers, ...headers },
    body,
    signal,
    withinMs: 300_000,
  })
  const given = called.is === 'json' && called.status < 300 ? objectOf(called.json) : {}
  const address = textOf(objectOf(given['urls'])['get'])
  if (address === null) throw fileNotPut('Replicate', readFault(called, line.reader).message)
  const until = Date.parse(textOf(given['expires_at']) ?? '')
  return { address, until: Number.isNaN(until) ? null : new Date(until) }
}
