import { footHaze, rect, repeat } from '../shapes'
import type { Stage } from '../stage'
import { waterSheet } from './ground'
import { houseRow } from './houses'
import { hills } from './land'
import { skyline } from './skyline'
import { pine, tree } from './trees'

type View = 'town' | 'country' | 'sea' | 'wood' | 'roofs'

/** What the windows show, drawn in the open air's light on the far sheet. */
export const outsideView = (stage: Stage, view: View): string => {
  const open: Stage = { ...stage, light: stage.outside, at: stage.open, ground: stage.openGround }
  const haze = footHaze(open, [-200, 380, 2000, 330], 0.7)
  const views: Record<View, () => string> = {
    town: () =>
      skyline(open, { label: 'view', base: 760, low: 190, high: 360, depth: 0.75, landmark: false }) +
      haze +
      houseRow(open, {
        label: 'viewrow',
        from: -180,
        to: 1780,
        base: 780,
        low: 190,
        high: 330,
        depth: 0.45,
        width: 190,
        rowHeight: 52,
      }),
    roofs: () => skyline(open, { label: 'view', base: 760, low: 230, high: 390, depth: 0.7 }) + haze,
    country: () =>
      hills(open, { label: 'viewfar', y: 460, rise: 90, steps: 6, colour: '#7d8f78', depth: 0.8 }) +
      hills(open, { label: 'viewnear', y: 540, rise: 70, steps: 5, colour: '#7b9352', depth: 0.45 }) +
      repeat(7, (i) => tree(open, { x: 60 + i * 260, base: 560, height: 150, depth: 0.5, label: `vt${String(i)}` })) +
      haze,
    wood: () =>
      repeat(16, (i) => pine(open, { x: -100 + i * 118, base: 720, height: 330 + ((i * 37) % 5) * 40, depth: 0.6 })) +
      haze,
    sea: () => waterSheet(open, { y: 430, bottom: 760, label: 'viewsea', colour: '#3f7c92' }),
  }
  return `<g transform="translate(0 -130)">${views[view]()}${rect([-200, 750, 2000, 300], open.ground(0.5)('#6f7a68'))}</g>`
}
