import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Milliseconds from the start of the navigation. */
export type Opened = { paint: number; interactive: number }

const watching = `
  window.__long = []; window.__paint = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.__long.push([one.startTime, one.duration]) }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.__paint = one.startTime }).observe({ type: 'largest-contentful-paint', buffered: true });
`

export const newContext = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' })
  await context.addInitScript('globalThis.__name = (one) => one') // esbuild names functions, also those that are sent to the page
  await context.addInitScript(watching)
  return context
}

/** Largest paint, and when the page can be used: its cards stand and the last long task of loading is over. */
export const openPage = async (page: Page, url: string, ready: string): Promise<Opened> => {
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
  await page.locator(ready).first().waitFor({ timeout: 60_000 })
  const stood = await page.evaluate(() => performance.now())
  await sleep(2500)
  return page.evaluate((at) => {
    const { __long, __paint } = window as unknown as { __long: [number, number][]; __paint: number }
    const loading = __long.filter(([start]) => start < at + 1000)
    return { paint: __paint, interactive: Math.max(__paint, ...loading.map(([start, took]) => start + took)) }
  }, stood)
}

export type Scrolled = { longest: number; alive: number; heapMb: number; rows: number }

/** Down through the whole board with the wheel, as fast as a hand turns it: the longest task and the most cards alive; the heap after it. */
export const scrollBoard = async (page: Page): Promise<Scrolled> => {
  await page.evaluate(() => ((window as unknown as { __long: unknown[] }).__long = []))
  await page.mouse.move(700, 600)
  let [alive, rows] = [0, 0]
  for (; rows < 1000; rows++) {
    await page.mouse.wheel(0, 700)
    await sleep(40)
    const [cards, isEnd] = await page.evaluate(() => {
      const { scrollHeight } = document.documentElement
      return [document.querySelectorAll('.bl-scene').length, window.scrollY + window.innerHeight >= scrollHeight - 2] as const
    })
    alive = Math.max(alive, cards)
    if (isEnd) break
  }
  await sleep(500)
  const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { __long: [number, number][] }).__long.map(([, took]) => took)))
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('Performance.enable')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  await cdp.detach()
  return { longest, alive, heapMb: heap / 1e6, rows }
} // prettier-ignore

/** Enter in a cell of the table → its value is saved, and stands there again without a mark (ms). */
export const editTimes = async (page: Page, times: number): Promise<number[]> => {
  const took: number[] = []
  for (let i = -2; i < times; i++) {
    const cell = page.locator('[data-cell$=":title"]').nth(3 + ((i + 2) % 12))
    await cell.dblclick()
    const field = cell.locator('input')
    const words = `Mara looks at the sea, ${String(i)} ${String(Date.now() % 1000)}`
    await field.fill(words)
    const name = (await cell.getAttribute('data-cell')) ?? ''
    const ms = page.evaluate(
      ([wanted, text]) =>
        new Promise<number>((done) => {
          let began = 0
          document.addEventListener('keydown', () => (began = performance.now()), { capture: true, once: true })
          const look = () => {
            const one = document.querySelector(`[data-cell="${wanted ?? ''}"]`)
            const isSaved = began > 0 && one?.querySelector('.bl-cell:not(.bl-cell--draft)')?.textContent === text
            if (isSaved) done(performance.now() - began)
            else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        }),
      [name, words],
    )
    await field.press('Enter')
    const one = await ms
    if (i >= 0) took.push(one) // the first two warm up
  }
  return took
}

/** Bytes of the scripts of a page as they travel, and of those that hold anything of ours. */
export const scriptBytes = async (browser: Browser, url: string): Promise<{ all: number; ours: number }> => {
  const context = await newContext(browser)
  const page = await context.newPage()
  const sizes: Promise<[number, boolean]>[] = []
  page.on('response', (answer) => {
    if (answer.request().resourceType() !== 'script') return
    sizes.push(
      Promise.all([answer.request().sizes(), answer.text()]).then(
        ([{ responseBodySize }, text]) => [responseBodySize, /["' ]bl-[a-z]/.test(text)] as [number, boolean],
        () => [0, false] as [number, boolean],
      ),
    )
  })
  await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 })
  const list = await Promise.all(sizes)
  await context.close()
  const sum = (some: [number, boolean][]) => some.reduce((total, [bytes]) => total + bytes, 0)
  return { all: sum(list), ours: sum(list.filter(([, isOurs]) => isOurs)) }
}

/** A clip in the page: from play to its first frame moving, and how long each of these seeks takes (ms); null where this browser cannot play it. */
export const clipTimes = async (page: Page, url: string, seeks: number[]): Promise<{ start: number; seeks: number[] } | null> =>
  page.evaluate(
    async ([from, moments]) => {
      const video = document.createElement('video')
      video.muted = true
      video.preload = 'none'
      document.body.append(video)
      const told = (name: string) => new Promise<boolean>((done) => {
        video.addEventListener(name, () => done(true), { once: true })
        video.addEventListener('error', () => done(false), { once: true })
      })
      const began = performance.now()
      video.src = from
      const playing = told('playing')
      void video.play().catch(() => undefined)
      if (!(await playing)) return null
      const start = performance.now() - began
      const took: number[] = []
      for (const moment of moments) {
        const seeked = told('seeked')
        const asked = performance.now()
        video.currentTime = moment
        await seeked
        took.push(performance.now() - asked)
      }
      video.remove()
      return { start, seeks: took }
    },
    [url, seeks] as const,
  ) // prettier-ignore
