import { storyOf } from '@/domain/errors/storyOf'
import type { AssetsStore } from '@/stores/assetsStore'

const everyMs = 600_000

type Parts = { assets: Pick<AssetsStore, 'fillBucket'>; log: (line: string) => void; until: AbortSignal }

/**
 * Now and every ten minutes what only this machine's folder has goes into the bucket: files of before there was one, and
 * of another program that was cut off. Putting one there twice does no harm.
 */
export const fillBucket = ({ assets, log, until }: Parts): void => {
  const fill = () =>
    void assets.fillBucket(until).catch((error: unknown) => {
      if (!until.aborted) log(`bucket: ${storyOf(error).why}`)
    })
  const timer = setInterval(fill, everyMs)
  until.addEventListener('abort', () => clearInterval(timer), { once: true })
  fill()
}
