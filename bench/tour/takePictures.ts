import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { settled, spoiltBy } from '../../tests/support/screenHealth'
import type { Stage } from './setStage'
import { stops, type Stop } from './stops'

type Where = { browser: Browser; base: string; stage: Stage; folder: string; say: (line: string) => void }

const bytesMax = 90_000
/** The studio's navigation stands open from here on. */
const wide = 1441
/** Below this all pixels are nearly alike. */
const spreadLeast = 4

/** A picture of every stop. Fails on the first that shows an error, nothing, or something that still loads; writes none of them then. */
export const takePictures = async ({ browser, base, stage, folder, say }: Where): Promise<void> => {
  const taken: [string, Buffer][] = []
  for (const stop of stops) {
    const page = await opened(browser, stop)
    try {
      taken.push([stop.name, await pictureOf(page, stop, { base, stage })])
    } finally {
      await page.context().close()
      await stop.end?.(stage)
    }
    say(`${String(taken.length).padStart(2)} ${stop.title}`)
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of taken) writeFileSync(join(folder, `${name}.webp`), bytes)
}

const opened = async (browser: Browser, { scheme, width = wide }: Stop): Promise<Page> => {
  const isPhone = width < 768
  const context = await browser.newContext({
    viewport: { width, height: isPhone ? 844 : 900 },
    colorScheme: scheme ?? 'dark',
    deviceScaleFactor: isPhone ? 2 : 1,
    reducedMotion: 'reduce',
  })
  // what runs in the page was compiled with names that only the compiler's own helper knows
  await context.addInitScript({ content: 'globalThis.__name ??= (one) => one' })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return page
}

const pictureOf = async (page: Page, stop: Stop, { base, stage }: Pick<Where, 'base' | 'stage'>): Promise<Buffer> => {
  const because = (why: string) => new Error(`the picture of “${stop.title}” cannot be taken: ${why}.`)
  try {
    await stop.begin?.(stage)
    await page.goto(new URL(stop.at(stage), base).href, { waitUntil: 'domcontentloaded' })
    await page.locator(stop.shows).first().waitFor()
    await stop.pose?.(page)
    await settled(page)
  } catch (error) {
    throw because((await spoiltBy(page).catch(() => null)) ?? (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)))
  }
  const spoilt = await spoiltBy(page)
  if (spoilt) throw because(spoilt)
  return small(await page.screenshot(), because)
} // prettier-ignore

const small = async (shot: Buffer, because: (why: string) => Error): Promise<Buffer> => {
  const { channels } = await sharp(shot).stats()
  if (Math.max(...channels.map(({ stdev }) => stdev)) < spreadLeast) throw because('it is of one colour')
  for (const quality of [70, 60, 50, 40]) {
    const bytes = await sharp(shot).resize({ width: 1200, withoutEnlargement: true }).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
    if (bytes.length < bytesMax) return bytes
  }
  throw because(`it has more than ${bytesMax} bytes`)
} // prettier-ignore
