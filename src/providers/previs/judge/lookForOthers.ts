import { figureSeen, type FigureSeen } from './figureSeen'
import { percent, type Asked, type Measured } from './measured'

/** How far arms, a step and what is held reach to each side, in heights of the figure. */
const reach = 0.36
/** What lies beyond, as a share of what lies within. */
const mostBeyond = 0.16

/** At the height of the head: how far hair, hats and raised hands reach, in widths of the head, and how much of a head may be beyond. */
const headReach = 1.3
const mostBesideHead = 0.3
/** Who fits worse is not who came in. */
const leastFound = 0.5

/** Did only one come in? What the layer painted far from where they stand is somebody or something else. */
export const lookForOthers = async (asked: Asked): Promise<Measured> => {
  const { subject } = asked.question
  const seen = await figureSeen(asked)
  if (typeof seen === 'string') return { yes: null, evidence: `${subject} is not there to be looked at.` }
  if (seen.fit.score < leastFound)
    return { yes: false, evidence: `What came in is not ${subject}, or not ${subject} alone.` }
  const { beyond, besideHead } = othersOf(seen)
  return {
    yes: beyond <= mostBeyond && besideHead <= mostBesideHead,
    evidence: `Beside ${subject} ${percent(beyond)} as much came in as ${subject} takes, beside the head ${percent(besideHead)}; ${percent(mostBeyond)} and ${percent(mostBesideHead)} may be arms and what they hold.`,
  }
}

const othersOf = ({ fit, figure, tall, ground: { plane, added, squash } }: FigureSeen) => {
  const { width, height } = plane
  const [wide, high] = [figure.headWide * fit.scale, figure.headHigh * fit.scale * squash]
  let [within, beyond, besideHead] = [0, 0, 0]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (added[y * width + x] !== 1) continue
      const away = Math.abs(x - fit.x)
      if (away <= reach * tall) within++
      else beyond++
      if (y > fit.y && y < fit.y + high && away > headReach * wide) besideHead++
    }
  return { beyond: beyond / Math.max(1, within), besideHead: besideHead / Math.max(1, wide * high) }
}
