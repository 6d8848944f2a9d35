import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { keptPort } from '@/host/mongod/choosePort'
import { mongodHome } from '@/host/mongod/mongodHome'
import { mongodUri } from '@/host/mongod/replicaSet'
import { openBrowser } from '../e2e/openBrowser'
import { openCommandHome, type Started } from './commandHome'
import { connectTo } from './testDatabase'
import { until } from './until'

export type Json = Record<string, any>
type Look = { scheme?: 'dark' | 'light'; width?: number; language?: string }

/** Two shots, two people: a film of some ten seconds. */
export const twoLamps = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

MARA
Somebody has to.

INT. KITCHEN - MORNING

TOM, thirty, in a blue jacket, pours tea and looks at the window.
`

/** The running studio in a home of its own with a Chromium before it, where journeys through the screens begin. */
export const screenStudio = (name: string) => {
  const at = openCommandHome(name)
  const complaints: string[] = []
  let studio: Started | undefined
  let browser: Browser | undefined
  let address = ''

  const ask = async (route: string, body?: unknown): Promise<Json> => {
    const [method = 'GET', path = '/'] = route.split(' ')
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    return (await fetch(`${address}/api${path}`, { method, ...sent })).json() as Promise<Json>
  }
  return {
    base: at.base,
    /** What pages complained of: errors of the console and errors nobody caught. */
    complaints,
    url: (path: string): string => address + path,
    open: async (env: Record<string, string> = {}): Promise<void> => {
      ;({ studio, address } = await at.opened('start', env))
      browser ??= await openBrowser()
    },
    /** The same home for several people who sign in; answers the first person’s link, and is asked at this machine’s own address. */
    openShared: async (): Promise<string> => {
      const shared = at.start(['share'], { PORT: '0' })
      studio = shared
      await until('the shared studio is open', () => shared.printed().includes('encrypted') || shared.child.exitCode !== null, 120_000)
      const port = /:(\d+)\/admin/.exec(shared.printed())?.[1]
      expect(port, shared.said()).toBeDefined()
      address = `http://127.0.0.1:${String(port)}`
      browser ??= await openBrowser()
      return /http:\S+token=\S+/.exec(shared.printed())?.[0].replace(/^http:\/\/[^/]+/, address) ?? ''
    },
    /** Below /api: `ask('POST /projects', {…})`. */
    ask,
    first: async (path: string): Promise<Json> => {
      const found = ((await ask(`GET ${path}`))['docs'] as Json[])[0]
      expect(found, path).toBeDefined()
      return found ?? {}
    },
    /** Makes a film by the command, beside the open studio; answers its project. */
    film: async (text: string, slug: string): Promise<string> => {
      const file = join(at.base, `${slug}.fountain`)
      writeFileSync(file, text)
      const made = at.start(['film', file, '--slug', slug, '--resolution', '360p', '--json'])
      expect(await made.ended, made.said()).toBe(0)
      return String((await ask(`GET /projects?where[slug][equals]=${slug}`))['docs'][0].id)
    },
    database: () => connectTo(mongodUri(keptPort(mongodHome(join(at.base, 'home')).port) ?? 0)),
    page: async ({ scheme = 'dark', width = 1440, language }: Look = {}): Promise<{ page: Page; context: BrowserContext }> => {
      if (!browser) throw new Error('no browser yet')
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
      if (language) await context.addCookies([{ name: 'payload-lng', value: language, url: address }])
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      page.on('console', (line) => {
        if (line.type() === 'error') complaints.push(`${page.url()}: ${line.text()}`)
      })
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
      return { page, context }
    },
    /** Ends the studio, for another to be opened in its home. */
    end: async (): Promise<void> => {
      if (studio?.child.exitCode === null) studio.child.kill('SIGINT')
      await studio?.ended
    },
    close: async (): Promise<void> => {
      await browser?.close()
      if (studio?.child.exitCode === null) studio.child.kill('SIGINT')
      await studio?.ended
      await at.close()
    },
  }
} // prettier-ignore
