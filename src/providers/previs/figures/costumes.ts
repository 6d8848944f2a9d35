import type { CharacterLook } from '@/domain/cast/look'
import type { FigureColours } from './figureColours'
import {
  band, buttons, epaulettes, fill, folds, neckRing, patch, patches, scarf, shirtCollar, softCollar, stitch, stitches, type Tailor,
} from './tailoring' // prettier-ignore
import type { Cut } from './trunk'

export type CostumeCut = Cut & {
  sleeve: { length: number; flare: number; cuff: keyof FigureColours | undefined; colour: keyof FigureColours }
  bareLegs: boolean
  boots: boolean
  /** What is seen of the neck's foot: cloth up to the throat, or skin. */
  neckline: 'closed' | 'vee' | 'round'
  /** Cloth pinned on the chest, clipped to the trunk; nothing of it is seen from behind. */
  front: (tailor: Tailor) => string
  /** Pinned on the back. */
  back: (tailor: Tailor) => string
  /** Seen from all sides, clipped to the trunk. */
  all: (tailor: Tailor) => string
  /** Drawn over the neck, not clipped. */
  collar: (tailor: Tailor) => string
}

const nothing = () => ''
const seam = (tailor: Tailor, from: number, to: number) =>
  stitch(tailor, `0,${String(from)} 0,${String(to)}`, { colour: 'costumeDark', opacity: 0.7 })
const pockets = (tailor: Tailor, y: number) =>
  patches(tailor, `.34,${String(y)} .78,${String(y - 4)} .79,${String(y + 16)} .34,${String(y + 20)}`, 'costumeDark')
const lapels = (tailor: Tailor, low: number) =>
  patches(tailor, `.2,208 .52,222 .5,268 .62,276 .04,${String(low)}`, 'costumeDark') +
  stitches(tailor, '.5,268 .36,272', { colour: 'costume', opacity: 0.8 })
const closing = { colour: 'costumeDark', width: 3.4, opacity: 0.9 } as const
const fullSleeve = { length: 1, flare: 1, cuff: 'costumeDark', colour: 'costume' } as const
const rolledSleeve = { length: 0.66, flare: 1.08, cuff: 'costumeLight', colour: 'costume' } as const
const plain = { bareLegs: false, boots: false, neckline: 'closed' } as const
const bare = { front: nothing, back: nothing, all: nothing, collar: nothing }

/** How each costume is cut and what is sewn on it. The costume's own colour covers most of every one, seen from any side. */
export const costumes: Record<CharacterLook['costume'], CostumeCut> = {
  coat: {
    ...plain,
    ...bare,
    hem: 725,
    flare: 1.18,
    sleeve: { ...fullSleeve, flare: 1.08 },
    front: (tailor) =>
      stitch(tailor, '.06,360 .1,725', closing) +
      lapels(tailor, 372) +
      pockets(tailor, 548) +
      buttons(tailor, '-.3,400 .3,400 -.3,492 .3,492 -.3,556 .3,556', 'metal'),
    back: (tailor) => seam(tailor, 470, 725),
    all: (tailor) => band(tailor, [432, 456], 'costumeDark'),
    collar: scarf,
  },
  dress: {
    ...plain,
    ...bare,
    hem: 765,
    flare: 1.62,
    bareLegs: true,
    neckline: 'round',
    sleeve: { length: 0.44, flare: 1.12, cuff: undefined, colour: 'costume' },
    back: (tailor) => seam(tailor, 220, 420),
    all: (tailor) => folds(tailor, 470) + band(tailor, [422, 446], 'accent') + band(tailor, [742, 750], 'costumeLight'),
    collar: (tailor) => softCollar(tailor, 'linen'),
  },
  shirt: {
    ...plain,
    ...bare,
    hem: 548,
    flare: 1.05,
    neckline: 'vee',
    sleeve: rolledSleeve,
    front: (tailor) =>
      seam(tailor, 236, 548) +
      buttons(tailor, '0,290 0,350 0,410 0,470', 'linen') +
      patch(tailor, '.28,300 .68,298 .66,346 .47,356 .29,348', 'costumeDark'),
    back: (tailor) => stitch(tailor, '-.8,262 0,270 .8,262', { colour: 'costumeDark', opacity: 0.6 }),
    all: (tailor) => band(tailor, [534, 538], 'costumeDark'),
    collar: (tailor) => softCollar(tailor, 'costumeLight'),
  },
  jacket: {
    ...plain,
    ...bare,
    hem: 572,
    flare: 1.1,
    neckline: 'round',
    sleeve: { ...fullSleeve, cuff: 'linen' },
    front: (tailor) =>
      patch(tailor, '-.36,206 .36,206 .02,384', 'linen') +
      patch(tailor, '-.09,218 .09,218 .06,238 .13,350 0,378 -.1,350 -.06,238', 'accentDark') +
      lapels(tailor, 392) +
      stitch(tailor, '.02,392 .05,470 .14,572', closing) +
      buttons(tailor, '-.06,412 -.04,456', 'ink') +
      pockets(tailor, 486) +
      patch(tailor, '.42,302 .66,298 .64,312 .42,316', 'linen'),
    back: (tailor) => seam(tailor, 300, 572),
    collar: shirtCollar,
  },
  apron: {
    ...plain,
    ...bare,
    hem: 556,
    flare: 1.04,
    neckline: 'vee',
    sleeve: rolledSleeve,
    front: (tailor) =>
      stitches(tailor, '.42,214 .46,276', { colour: 'linenDark', width: 9 }) +
      patch(tailor, '-.44,272 .44,272 .54,430 .8,440 .84,560 -.84,560 -.8,440 -.54,430', 'linen') +
      stitch(tailor, '-.8,436 -.4,442 .4,442 .8,436', { colour: 'linenDark', width: 5 }) +
      patch(tailor, '-.4,468 .4,468 .38,520 -.38,520', 'linenDark'),
    back: (tailor) =>
      stitch(tailor, '-1,432 1,432', { colour: 'linen', width: 8 }) +
      stitch(tailor, '-.2,520 0,432 .16,510', { colour: 'linen', width: 7 }),
    collar: (tailor) => softCollar(tailor, 'costumeLight'),
  },
  sweater: {
    ...plain,
    ...bare,
    hem: 548,
    flare: 1.04,
    sleeve: fullSleeve,
    all: (tailor) =>
      band(tailor, [318, 330], 'accent') +
      band(tailor, [342, 348], 'accent') +
      band(tailor, [524, 560], 'costumeDark') +
      [-0.8, -0.5, -0.2, 0.1, 0.4, 0.7]
        .map((u) => stitch(tailor, `${String(u)},532 ${String(u)},552`, { colour: 'costume', opacity: 0.6 }))
        .join(''),
    collar: (tailor) => fill(neckRing(tailor, [178, 206], 11), tailor.colours.costumeDark),
  },
  uniform: {
    ...plain,
    ...bare,
    hem: 590,
    flare: 1.12,
    boots: true,
    sleeve: { ...fullSleeve, cuff: 'metal' },
    front: (tailor) =>
      seam(tailor, 220, 430) +
      buttons(tailor, '-.26,270 .26,270 -.25,320 .25,320 -.24,370 .24,370 -.24,408 .24,408', 'metal') +
      pockets(tailor, 500),
    back: (tailor) => seam(tailor, 300, 590),
    all: (tailor) =>
      band(tailor, [430, 454], 'ink') +
      (tailor.skeleton.kind === 'back' ? '' : patch(tailor, '-.1,431 .1,431 .1,462 -.1,462', 'metal')),
    collar: (tailor) => fill(neckRing(tailor, [178, 206], 7), tailor.colours.costumeDark) + epaulettes(tailor),
  },
  robe: {
    ...plain,
    ...bare,
    hem: 900,
    flare: 1.36,
    neckline: 'vee',
    sleeve: { length: 1, flare: 1.75, cuff: 'accent', colour: 'costume' },
    front: (tailor) =>
      patch(tailor, '-.3,206 .3,206 .02,330', 'linen') +
      stitch(tailor, '-.36,206 .06,350 .12,436', { colour: 'accent', width: 9 }) +
      stitch(tailor, '.36,206 .05,345', { colour: 'accent', width: 9 }),
    all: (tailor) =>
      folds(tailor, 500) +
      band(tailor, [874, 888], 'accent') +
      band(tailor, [428, 462], 'accentDark') +
      (tailor.skeleton.kind === 'back' ? '' : patch(tailor, '-.3,455 -.16,457 -.12,600 -.3,604', 'accentDark')),
  },
}
