'use client'
import { useConfig } from '@payloadcms/ui'
import type { ToldTake } from '@/domain/takes/toldTake'
import { useWords } from '../words/useWords'

type Props = {
  takes: readonly ToldTake[]
  shown: string | null
  onShow: (take: string) => void
  /** Shows what lies between a layer and the one below it. */
  onAdded: (take: string, below: string) => void
}

/** The layers the picture stands on, from the ground up; each is the picture so far with one thing more. */
export const LayersPanel = ({ takes, shown, onShow, onAdded }: Props) => {
  const { say } = useWords()
  const { config } = useConfig()
  const layers = layersIn(takes)
  if (layers.length === 0) return null
  return (
    <details className="bl-panel bl-fold">
      <summary>
        {say('layers')} <span className="bl-second">{say('layersWhat', { count: layers.length })}</span>
      </summary>
      <ol className="bl-layers">
        {layers.map((one, at) => {
          const below = layers[at - 1]
          return (
            <li key={one.id}>
              <button type="button" className="bl-layers__show" aria-pressed={one.id === shown} onClick={() => onShow(one.id)}>
                <img src={config.routes.api + one.file} alt="" width={96} height={54} loading="lazy" />
                <span>
                  {at + 1} · {one.subject}
                  <span className="bl-second">{say(at === 0 ? 'ground' : at === layers.length - 1 ? 'wholePicture' : 'pictureSoFar')}</span>
                </span>
              </button>
              {below && (
                <button type="button" className="bl-link" onClick={() => onAdded(one.id, below.id)}>
                  {say('whatItAdded')}
                </button>
              )}
            </li>
          )
        })}
      </ol>
      <p className="bl-second bl-fold__foot">{say('layersKept')}</p>
    </details>
  )
} // prettier-ignore

/** The newest take in use of each layer: the same picture may have been made more than once. */
const layersIn = (takes: readonly ToldTake[]): ToldTake[] => {
  const newest = new Map<number, ToldTake>()
  for (const one of takes) if (one.kind === 'still' && one.inUse && one.layer !== null && !newest.has(one.layer)) newest.set(one.layer, one)
  return [...newest.values()].toSorted((a, b) => (a.layer ?? 0) - (b.layer ?? 0))
} // prettier-ignore
