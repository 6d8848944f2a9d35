import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { falProvider } from '@/providers/fal/falProvider'
import type { Bill } from '@/providers/spec/paidProvider'
import { fixture } from '../../contracts/fixture'
import { answers, drops, openProviderServer, routes } from '../../contracts/providerServer'

const server = await openProviderServer()
const folder = mkdtempSync(join(tmpdir(), 'backlot-fal-'))
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})
const fal = falProvider({ key: 'k:s', queueUrl: `${server.url}/q`, restUrl: `${server.url}/rest`, platformUrl: `${server.url}/v1` }) // prettier-ignore
const signal = new AbortController().signal
const search = {
  endpoint: 'fal-ai/nano-banana/edit',
  since: new Date('2026-11-21T19:00:00Z'),
  isOurs: (body: Record<string, unknown>) => body['prompt'] === 'A pier at dusk.',
}

describe('a request whose answer was lost', () => {
  it('is found in what fal lists, with what was sent', async () => {
    server.does(answers(200, fixture('fal', 'requestsByEndpoint')))
    expect(await fal.find!(search, signal)).toMatchObject({
      requestId: 'req-9',
      statusUrl: `${server.url}/q/fal-ai/nano-banana/requests/req-9/status`,
    })
    const asked = new URL(server.seen[0]!.path, server.url).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      endpoint_id: 'fal-ai/nano-banana/edit',
      expand: 'payloads',
      start: '2026-11-21T19:00:00.000Z',
    })
  })

  it('may not be there, and it may be that nobody can tell', async () => {
    server.does(answers(200, { items: [], next_cursor: null, has_more: false }))
    expect(await fal.find!(search, signal)).toBe('none')
    for (const doing of [drops, answers(403, {}), answers(200, { rows: [] }), answers(200, '<html>')]) {
      server.does(doing)
      expect(await fal.find!(search, signal)).toBe('cannotTell')
    }
  })
})

describe('what fal billed', () => {
  it('is read page by page, to the nanodollar, with the price open where fal has not said it', async () => {
    const dear = { request_id: 'req-3', endpoint_id: 'e/x', timestamp: '2026-11-21T21:00:00Z', output_units: 1, cost_total: 0.0398 } // prettier-ignore
    server.does(
      routes({
        'GET /v1/models/billing-events': (seen, res) =>
          answers(200, seen.path.includes('cursor=page-2') ? { billing_events: [dear, { odd: 1 }], next_cursor: null } : fixture('fal', 'billingEvents'))(seen, res), // prettier-ignore
      }),
    )
    const bills: Bill[] = []
    for await (const bill of fal.bills!({ from: new Date(0), to: new Date() }, signal)) bills.push(bill)
    expect(bills.map(({ requestId, nanodollars, units }) => [requestId, nanodollars, units])).toEqual([
      ['req-1', 45_000_000, 2],
      ['req-2', null, 1],
      ['req-3', 39_800_000, 1],
    ])
  })

  it('is not half a list: what cannot be read to its end is said', async () => {
    server.does(answers(403, { detail: 'Admin scope required' }))
    const read = async () => {
      for await (const _ of fal.bills!({ from: new Date(0), to: new Date() }, signal)) expect.unreachable()
    }
    await expect(read()).rejects.toMatchObject({ code: 'PROVIDER_LIST_NOT_READ' })
  })
})

describe('a reference', () => {
  const path = join(folder, 'mara.png')
  writeFileSync(path, 'a picture')
  const file = { path, mime: 'image/png', bytes: 9, sha256: createHash('sha256').update('a picture').digest('hex') }

  it('is put into fal’s storage, and our key is not sent along', async () => {
    const address = 'https://v3.fal.media/files/mara.png'
    server.does(
      routes({
        'POST /rest/storage/upload/initiate': answers(200, { upload_url: `${server.url}/up/1`, file_url: address }),
        'PUT /up/1': answers(200, ''),
      }),
    )
    const put = await fal.putFile!(file, signal)
    expect(put.address).toBe(address)
    expect(put.until!.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000)
    const [asked, sent] = server.seen
    expect(JSON.parse(asked!.body.toString())).toEqual({ content_type: 'image/png', file_name: `${file.sha256}.png` })
    expect(sent!.body.toString()).toBe('a picture')
    expect(sent!.headers['authorization']).toBeUndefined()
  })

  it('is sent to no private address, whoever names it', async () => {
    server.does(answers(200, { upload_url: 'http://169.254.169.254/put', file_url: 'https://v3.fal.media/x' }))
    await expect(fal.putFile!(file, signal)).rejects.toMatchObject({ code: 'PROVIDER_FILE_NOT_PUT', retry: 'later' })
    server.does(answers(500, {}))
    await expect(fal.putFile!(file, signal)).rejects.toMatchObject({ code: 'PROVIDER_FILE_NOT_PUT' })
    await expect(fal.putFile!({ ...file, bytes: 1e9 }, signal)).rejects.toMatchObject({ code: 'PROVIDER_FILE_TOO_LARGE' }) // prettier-ignore
  })
})
