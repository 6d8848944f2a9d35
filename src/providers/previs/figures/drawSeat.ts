import type { FigureFilters } from './figureFilters'
import { n } from './geometry'
import type { Skeleton } from './joints'

type Seated = { skeleton: Skeleton; wood: string; filters: FigureFilters }

/** The chair behind whoever sits on one: nobody sits on air. From behind only its legs; the rest hides the person. */
export function drawSeat({ skeleton, wood, filters }: Seated): string {
  if (skeleton.rest !== 'chair') return ''
  const { kind } = skeleton
  const w = kind === 'side' ? 82 : kind === 'threeQuarter' ? 76 : 96
  const back = kind === 'side' || kind === 'threeQuarter' ? backrest(-w) : ''
  return (
    `<g ${filters.small} fill="${wood}">${back}<path d="M${n(-w)} 752H${n(w)}V772H${n(-w)}Z"/>` +
    `<path d="M${n(-w + 4)} 768H${n(-w + 22)}L${n(-w + 12)} 998H${n(-w - 4)}Z"/><path d="M${n(w - 4)} 768H${n(w - 22)}L${n(w - 12)} 998H${n(w + 4)}Z"/>` +
    `<path d="M${n(-w + 4)} 880H${n(w - 4)}V891H${n(-w + 4)}Z" opacity=".8"/></g>`
  )
}

function backrest(x: number): string {
  return `<path d="M${n(x)} 756L${n(x - 26)} 470Q${n(x - 24)} 460 ${n(x - 10)} 464L${n(x + 20)} 756Z"/>`
}

/** The back of the chair, before whoever sits with their back to us. */
export function drawChairBack({ skeleton, wood, filters }: Seated): string {
  if (skeleton.rest !== 'chair' || skeleton.kind !== 'back') return ''
  const slat = (y: number, high: number) =>
    `<path d="M-82 ${n(y)}Q0 ${n(y - 8)} 82 ${n(y)}V${n(y + high)}Q0 ${n(y + high - 8)} -82 ${n(y + high)}Z"/>`
  return (
    `<g ${filters.small} fill="${wood}"><path d="M-92 520Q-84 508-76 520L-78 998H-94Z"/><path d="M92 520Q84 508 76 520L78 998H94Z"/>` +
    `${slat(536, 40)}${slat(612, 26)}<path d="M-94 744H94V768H-94Z"/></g>`
  )
}
