import { exactly } from '../../money/priceRule'
import type { UpscaleWish } from '../wish'
import { bodyOf, givesNothingSeen, shown, type Fit, type Fitting } from './fit'
import { checkFile, filesEntry } from './fitFiles'

/** The same picture or clip with more pixels. */
export const fitUpscale = (wish: UpscaleWish, fitting: Fitting): Fit => {
  const { fields } = fitting.model
  checkFile(wish.file, 'file', fitting)
  const factor = fitFactor(wish.factor, fitting)
  const { width, height, durationS } = wish.file
  const sides = width === undefined || height === undefined ? null : { width: width * factor, height: height * factor }
  const ms = durationS === undefined ? null : exactly(Math.round(durationS * 1000))
  return {
    body: bodyOf(fields.constant, [...filesEntry([wish.file], fitting), [fields.factor?.field, factor]]),
    gives: { ...givesNothingSeen, ...sides, seconds: durationS ?? null },
    usage: {
      used: {
        image: exactly(1),
        video: exactly(1),
        run: exactly(1),
        ...(sides ? { megapixel: exactly(Math.ceil(sides.width * sides.height)) } : {}),
        ...(ms ? { second: ms, minute: ms } : {}),
      },
      resolution: null,
      audio: false,
      seconds: durationS ?? null,
    },
  }
}

const fitFactor = (asked: number, { model, notes }: Fitting): number => {
  const most = model.fields.factor?.most ?? asked
  if (!(asked > 0)) notes.faults.push(`factor: ${String(asked)} makes nothing larger`)
  if (asked <= most) return asked
  notes.adjustments.push(`${shown(asked)}× asked, ${shown(most)}× is the most it makes`)
  return most
}
