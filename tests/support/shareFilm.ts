import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { door } from '@/endpoints/door/door'
import { shareDesk } from '@/endpoints/review/share/shareDesk'
import type { TestStudio } from '../collections/openTestStudio'
import { againstDescription } from './asDescribed'

type Sent = { body?: unknown; headers?: Record<string, string> }

/** Asks what lies below /share, as the web part does: `ask('GET /share/…')`. */
export const shareAsked = (studio: TestStudio) => {
  const payload = () => Promise.resolve(studio.payload)
  const open = door({ config: studio.config, payload }, shareDesk(payload))
  const ask = (route: string, { body, headers = {} }: Sent = {}): Promise<Response> => {
    const [method = 'GET', path = '/'] = route.split(' ')
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    return open(new Request(`http://127.0.0.1:3000${path}`, { method, ...sent, headers: { host: '127.0.0.1:3000', ...type, ...headers } })) // prettier-ignore
  }
  const json = async (route: string, sent: Sent = {}) => {
    const answer = await ask(route, sent)
    const body = (await answer.json()) as Record<string, any>
    const wrong = againstDescription(route, { status: answer.status, body })
    if (wrong) throw new Error(wrong)
    return { status: answer.status, body, code: String(body['errors']?.[0].code ?? '') }
  }
  return { ask, json }
}

/** A file in the library of a project. */
export const putFile = async (studio: TestStudio, { project, sha256, bytes }: { project: string; sha256: string; bytes: string }) => {
  const filename = `${sha256}.mp4`
  mkdirSync(studio.mediaDir, { recursive: true })
  writeFileSync(join(studio.mediaDir, filename), bytes)
  const data = { project, kind: 'film', sha256, filename, mimeType: 'video/mp4', filesize: bytes.length }
  return String((await studio.payload.db.create({ collection: 'media', data }))['id'])
} // prettier-ignore
