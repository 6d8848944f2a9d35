import { exactly } from '../../money/priceRule'
import type { PictureWish } from '../wish'
import { bodyOf, givesNothingSeen, type Fit, type Fitting } from './fit'
import { fitReferences } from './fitFiles'
import { fitFrame } from './fitFrame'
import { fitWords } from './fitWords'

/** A still, from words or on top of another picture. */
export const fitPicture = (wish: PictureWish, fitting: Fitting): Fit => {
  const { fields } = fitting.model
  const files = fitReferences(wish, fitting)
  const frame = fitFrame({ width: wish.width, height: wish.height, pictureIn: wish.base !== null }, fitting)
  const { width, height } = frame.gives
  return {
    body: bodyOf(fields.constant, [...fitWords(wish, fitting), ...files, ...frame.entries, [fields.seed, wish.seed]]),
    gives: { ...givesNothingSeen, ...frame.gives },
    usage: {
      used: {
        image: exactly(1),
        run: exactly(1),
        ...(width === null || height === null ? {} : { megapixel: exactly(width * height) }),
      },
      resolution: frame.resolution,
      audio: false,
      seconds: null,
    },
  }
}
