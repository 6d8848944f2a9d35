import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callbacksRow } from '@/host/callbacksRow'
import { mailRow } from '@/host/mailRow'
import { doctorText, examine } from '@/host/doctor'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { foundTools } from './foundTools'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'backlot-doctor-'))
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

const programs = () => {
  const { ffmpeg, ffprobe, mongod } = foundTools()
  const from = 'PATH'
  return {
    ffmpeg: { path: ffmpeg, from, version: '8' },
    ffprobe: { path: ffprobe, from, version: '8' },
    mongod: { path: mongod, from, version: '6' },
  }
}

describe('the doctor', () => {
  it('finds this machine able to make a film, and names keys but no department it has no key for', async () => {
    const report = await examine({
      home,
      found: programs(),
      ownDatabase: false,
      sentenceModel: false,
      keys: ['FAL_KEY'],
      callbacks: { publicUrl: null, port: null },
      mail: { server: null, from: '', publicUrl: null },
      bucket: null,
    })
    expect(report.rows.filter(({ state }) => state === 'bad')).toEqual([])
    const text = doctorText(report)
    expect(text).toMatch(/mongod +6, .* \(from PATH\); not running now/)
    expect(text).toMatch(/fal +available/)
    expect(text).toMatch(/openai +not available: OPENAI_API_KEY is not set/)
    expect(text).toMatch(/GB free/)
  })

  it('says how to get what is not there', async () => {
    const report = await examine({
      home,
      found: {},
      ownDatabase: false,
      sentenceModel: true,
      keys: [],
      callbacks: { publicUrl: null, port: null },
      mail: { server: null, from: '', publicUrl: null },
      bucket: null,
    })
    const bad = report.rows.filter(({ state }) => state === 'bad')
    expect(bad.map(({ name }) => name)).toEqual(['mongod', 'ffmpeg', 'ffprobe'])
    expect(bad.every(({ fix }) => fix)).toBe(true)
  })
})

describe('mail', () => {
  const settings = { server: 'mail.example.org:587', from: 'studio@example.org' }
  it('goes out where a server is set, and its links lead where people reach the studio', () => {
    expect(mailRow({ server: null, from: '', publicUrl: null }).says).toMatch(/SMTP_URL is not set: nothing is mailed/)
    expect(mailRow({ ...settings, publicUrl: null })).toMatchObject({
      state: 'less',
      fix: expect.any(String) as string,
    })
    expect(mailRow({ ...settings, publicUrl: 'https://studio.example' })).toMatchObject({ state: 'good' })
  })
})

describe('callbacks of providers', () => {
  const said = (publicUrl: string | null, port: number | null, keys: string[] = []) => {
    const { state, says } = callbacksRow({ publicUrl, port }, keys)
    return `${state}: ${says}`
  }
  it('come where the internet reaches this machine; else providers are asked, and the doctor says so', () => {
    expect(said(null, null)).toMatch(/^good: .*polling only/)
    expect(said(null, 4000)).toMatch(/^less: WEBHOOK_PORT is set/)
    expect(said('https://studio.example/', 4000)).toMatch(
      /^good: come to https:\/\/studio\.example\/api\/webhooks, through port 4000/,
    )
    expect(said('https://studio.example', null)).toMatch(/through the port of the studio itself/)
    for (const url of ['http://studio.example', 'https://127.0.0.1:3000', 'https://10.1.2.3', 'https://[::1]:3000'])
      expect(said(url, null)).toMatch(/^less: .*cannot reach/)
    expect(said('https://studio.example', 4000, ['OPENAI_API_KEY'])).toMatch(/without OPENAI_WEBHOOK_SECRET/)
  })
})

describe('the media tools', () => {
  it('can do what every film needs, and are asked only once', async () => {
    const { ffmpeg, ffprobe } = foundTools()
    const tools = await findMediaTools({ home, ffmpeg, ffprobe })
    expect(tools.encoders.has('libx264')).toBe(true)
    expect(tools.filters.has('sidechaincompress')).toBe(true)
    const began = performance.now()
    expect(await findMediaTools({ home, ffmpeg, ffprobe })).toEqual(tools)
    expect(performance.now() - began).toBeLessThan(30)
  })

  it('are refused by name when one lacks what a film needs', async () => {
    const ffmpeg = join(home, 'ffmpeg')
    const rows = '" V....D libx264  H.264" " .. scale  V->V  Scale"'
    writeFileSync(ffmpeg, `#!/bin/sh\necho 'ffmpeg version 3.1'\nprintf '%s\\n' ${rows}\n`, { mode: 0o755 })
    await expect(findMediaTools({ home, ffmpeg, ffprobe: ffmpeg })).rejects.toMatchObject({
      code: 'MEDIA_TOOLS_LACK',
      why: expect.stringContaining('no encoder aac') as unknown,
    })
  })
})
