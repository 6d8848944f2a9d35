import type { PropNoun } from '@/domain/prop/propNouns'
import type { Carry } from '../figures/joints'

/** Drawing data of things, in a box 100 by 100. '@rrggbb' is painted through the picture's light; '!rrggbb' shines by
 *  itself. `size` = units of a 1000-unit person the box measures when carried, `grip` = where the fist closes. */
export type PropDrawing = {
  svg: string
  size: number
  grip: [number, number]
  carry: Carry
  /** Centre and radius of the glow it throws when lamps are lit. */
  glow?: [number, number, number]
  /** The part that is in the hand, where that is not the whole. */
  held?: Pick<PropDrawing, 'svg' | 'size' | 'grip' | 'carry'>
  /** A picture, not a drawing: the light of the scene is laid over it as a whole. */
  picture?: boolean
}

const p = (d: string, colour: string) => `<path d="${d}" fill="${colour}"/>`
const s = (d: string, colour: string, width = 4) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${String(width)}" stroke-linecap="round" stroke-linejoin="round"/>`
const c = (x: number, y: number, ...[r, colour]: [r: number, colour: string]) =>
  `<circle cx="${String(x)}" cy="${String(y)}" r="${String(r)}" fill="${colour}"/>`

/** The hands of a dial, until `handsAt` sets them: ten past ten, as on every drawn clock. */
const clockHands = (...[x, y, r]: [x: number, y: number, r: number]) =>
  `<g data-hands="${String(x)} ${String(y)} ${String(r)}">${hands({ x, y, r }, 10, 10)}</g>`

const hands = ({ x, y, r }: { x: number; y: number; r: number }, hour: number, minute: number): string => {
  const hand = (turn: number, long: number, width: number) =>
    `<path d="M${String(x)} ${String(y)}V${String(y - long)}" stroke="@2a211e" stroke-width="${String(width)}" stroke-linecap="round" fill="none" transform="rotate(${String(turn)} ${String(x)} ${String(y)})"/>`
  return hand(30 * (hour % 12) + minute / 2, 0.56 * r, 0.17 * r) + hand(6 * minute, 0.88 * r, 0.12 * r)
}

/** A dial showing the time "10:45". */
export const handsAt = (svg: string, time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return svg.replace(/<g data-hands="(\S+) (\S+) (\S+)">.*?<\/g>/, (...[, x, y, r]: string[]) =>
    hands({ x: Number(x), y: Number(y), r: Number(r) }, hour, minute),
  )
}

export const propDrawings: Record<PropNoun, PropDrawing> = {
  lantern: {
    size: 112,
    grip: [50, 6],
    carry: 'lift',
    glow: [50, 58, 90], // prettier-ignore
    svg:
      s('M32 34C30 8 70 8 68 34', '@3a3230', 4) + p('M36 26L64 26L72 38L28 38Z', '@4a3c32') + p('M31 38H69L66 84H34Z', '!ffd27d') +
      p('M50 50C58 60 58 74 50 78C42 74 42 60 50 50Z', '!fff3cf') + s('M31 38L34 84M69 38L66 84M50 38V50', '@3a3230', 4) + p('M28 84H72L75 94H25Z', '@4a3c32'), // prettier-ignore
  },
  lamp: {
    size: 150,
    grip: [50, 66],
    carry: 'lift',
    glow: [50, 34, 80], // prettier-ignore
    svg: p('M34 10H66L82 48H18Z', '!ffdc94') + p('M46 48H54V84H46Z', '@7a5a3a') + p('M30 84H70C74 84 76 92 76 94H24C24 92 26 84 30 84Z', '@7a5a3a') + p('M18 45H82V50H18Z', '@b98a4e'), // prettier-ignore
  },
  candle: {
    size: 84,
    grip: [50, 84],
    carry: 'lift',
    glow: [50, 20, 62], // prettier-ignore
    svg: p('M50 4C60 16 60 28 50 32C40 28 40 16 50 4Z', '!ffb445') + p('M50 14C55 20 55 27 50 30C45 27 45 20 50 14Z', '!fff2c4') + s('M50 30V38', '@2a211e', 3) + p('M40 37C46 34 54 40 60 37V82H40Z', '@f1e8d6') + p('M40 44C44 50 44 58 42 62L40 60Z', '@d9ccb2') + p('M26 80H74C74 90 66 95 50 95C34 95 26 90 26 80Z', '@b98a3c'), // prettier-ignore
  },
  torch: {
    size: 150,
    grip: [50, 78],
    carry: 'upright',
    glow: [50, 22, 80], // prettier-ignore
    svg: p('M50 0C66 16 68 30 62 40H38C32 30 38 20 44 16C44 10 46 4 50 0Z', '!ff9a3f') + p('M51 16C58 24 58 34 54 40H45C42 32 46 24 51 16Z', '!ffe08a') + p('M38 38H62L58 52H42Z', '@3a302c') + p('M43 50H57L54 98H46Z', '@7a5638'), // prettier-ignore
  },
  key: {
    size: 62,
    grip: [18, 50],
    carry: 'lift', // prettier-ignore
    svg: `<path d="M22 28a22 22 0 1 0 .1 44a22 22 0 1 0-.1-44ZM22 40a10 10 0 1 1-.1 20a10 10 0 1 1 .1-20Z" fill="@e0b54a" fill-rule="evenodd"/>` + p('M42 45H96V55H90V70H80V55H74V66H65V55H42Z', '@e0b54a') + s('M46 48H92', '@fbe39a', 2), // prettier-ignore
  },
  'paper boat': {
    size: 96,
    grip: [50, 74],
    carry: 'lift',
    svg: p('M2 52H98L80 86H20Z', '@f6efdd') + p('M2 52L50 60L20 86Z', '@e2d6ba') + p('M50 12L76 52H24Z', '@fffaf0') + p('M50 12V52H24Z', '@e9dfc8') + s('M2 52L50 60L98 52', '@c9bb98', 2), // prettier-ignore
  },
  letter: {
    size: 76,
    grip: [12, 58],
    carry: 'lift', // prettier-ignore
    svg: p('M6 22H94V80H6Z', '@f3ead6') + s('M8 24L50 56L92 24', '@bda988', 3) + s('M8 78L38 50M92 78L62 50', '@d8c9ab', 2.5) + c(50, 54, 8, '@b8323a'), // prettier-ignore
  },
  knife: {
    size: 96,
    grip: [18, 52],
    carry: 'lift', // prettier-ignore
    svg: p('M36 42H98C92 56 74 60 36 60Z', '@d3dbe2') + s('M40 56C70 57 84 54 92 47', '@f7fafc', 2.5) + p('M4 42C2 42 2 60 6 60H36V42Z', '@5b3a28') + c(14, 51, 2.6, '@d8b46a') + c(26, 51, 2.6, '@d8b46a'), // prettier-ignore
  },
  sword: {
    size: 250,
    grip: [50, 88],
    carry: 'upright', // prettier-ignore
    svg: p('M47 78V10L50 2L53 10V78Z', '@d3dbe2') + s('M50 8V76', '@f7fafc', 1.4) + p('M36 76H64V81H36Z', '@d0a244') + p('M47.500 81H52.500V95H47.500Z', '@5b3a28') + c(50, 96, 3.6, '@d0a244'), // prettier-ignore
  },
  gun: {
    size: 88,
    grip: [26, 62],
    carry: 'lift', // prettier-ignore
    svg: p('M14 30H96V48H52L46 54H40L34 86H12L18 50Z', '@33373f') + p('M16 50L35 50L30 84H14Z', '@5b3f2e') + s('M18 34H92', '@69707c', 3) + s('M44 52C44 64 58 62 56 49', '@33373f', 3.5), // prettier-ignore
  },
  staff: {
    size: 640,
    grip: [50, 46],
    carry: 'upright', // prettier-ignore
    svg: s('M50 99C49 70 51 40 50 14', '@6d4a2e', 2.3) + s('M50 15C43 10 47 2 52 4C56 6 54 11 51 11', '@6d4a2e', 2.3) + s('M50.400 96C49.600 70 51.400 40 50.400 18', '@a57a4c', 0.6), // prettier-ignore
  },
  phone: {
    size: 92,
    grip: [50, 74],
    carry: 'lift', // prettier-ignore
    svg: p('M22 40H78L92 86C92 92 88 94 84 94H16C12 94 8 92 8 86Z', '@2b2d35') + p('M26 46H74L80 64H20Z', '@3c3f49') + c(50, 70, 20, '@d8c9a4') + c(50, 70, 8.500, '@2b2d35') + [0, 45, 90, 135, 180, 225, 270].map((turn) => `<circle cx="50" cy="56" r="3.4" fill="@2b2d35" transform="rotate(${String(turn - 120)} 50 70)"/>`).join('') + p('M34 30H40V42H34ZM60 30H66V42H60Z', '@2b2d35') + p('M4 30C2 14 20 8 50 8C80 8 98 14 96 30C95 36 78 36 76 30C75 24 66 22 50 22C34 22 25 24 24 30C22 36 5 36 4 30Z', '@3a3d47') + s('M14 18C28 11 72 11 86 18', '@6a6f7c', 2.500), // prettier-ignore
    held: {
      size: 104,
      grip: [34, 52],
      carry: 'upright',
      svg: s('M46 14C24 28 24 72 46 86', '@2f2b36', 13) + p('M38 6C40 2 46 0 52 2L64 6C68 8 69 12 67 16L63 24C61 27 57 27 53 25L40 18Z', '@3d3846') + p('M40 82L53 75C57 73 61 73 63 76L67 84C69 88 68 92 64 94L52 98C46 100 40 98 38 94Z', '@3d3846') + s('M42 96C38 104 50 106 46 114C42 122 54 124 50 132', '@2f2b36', 3), // prettier-ignore
    },
  },
  watch: {
    size: 60,
    grip: [50, 92],
    carry: 'lift', // prettier-ignore
    svg: p('M36 2H64L60 24H40ZM40 76H60L64 98H36Z', '@6b4630') + s('M42 6L44 20M58 6L56 20M44 80L42 94M56 80L58 94', '@8f6544', 1.500) + c(50, 50, 34, '@c99a3e') + c(50, 50, 28, '@f6efdc') + p('M84 46H90V54H84Z', '@c99a3e') + [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330].map((turn) => `<path d="M50 25V28" stroke="@2a211e" stroke-width="2" transform="rotate(${String(turn)} 50 50)"/>`).join('') + clockHands(50, 50, 24), // prettier-ignore
  },
  ticket: {
    size: 62,
    grip: [12, 60],
    carry: 'lift', // prettier-ignore
    svg: p('M4 26H96V40A10 10 0 0 0 96 60V74H4V60A10 10 0 0 0 4 40Z', '@e9d3a0') + s('M72 28V72', '@a8813f', 1.600) + s('M14 34H62M14 66H62', '@b8323a', 2.500) + s('M16 44H50M16 52H60M16 59H42', '@8a6a44', 2.600) + p('M78 36H81V64H78ZM83 36H84.500V64H83ZM86 36H90V64H86Z', '@5a4330'), // prettier-ignore
  },
  mobile: {
    size: 58,
    grip: [50, 74],
    carry: 'lift', // prettier-ignore
    svg: p('M30 4H70C74 4 76 6 76 10V90C76 94 74 96 70 96H30C26 96 24 94 24 90V10C24 6 26 4 30 4Z', '@23262e') + p('M29 14H71V82H29Z', '!9fd0e6') + p('M29 14H71L29 62Z', '!bfe2f1') + c(50, 89, 3.4, '@5a606c'), // prettier-ignore
  },
  radio: {
    size: 120,
    grip: [50, 22],
    carry: 'hang', // prettier-ignore
    svg: s('M78 30L96 4', '@b9c0c8', 3) + s('M24 32C24 14 76 14 76 32', '@4a342a', 5) + p('M8 30H92V90H8Z', '@8a4b34') + c(34, 60, 20, '@3a2a24') + s('M22 52H46M18 60H50M22 68H46', '@c99a62', 2.6) + p('M60 40H86V56H60Z', '@f0dca8') + c(66, 74, 6.500, '@e2c277') + c(82, 74, 6.500, '@e2c277'), // prettier-ignore
  },
  clock: {
    size: 74,
    grip: [50, 84],
    carry: 'lift', // prettier-ignore
    svg: s('M30 88L22 98M70 88L78 98', '@8a6a34', 6) + c(24, 20, 12, '@c99a3e') + c(76, 20, 12, '@c99a3e') + c(50, 54, 40, '@c99a3e') + c(50, 54, 32, '@f6efdc') + clockHands(50, 54, 26) + s('M50 26V29M78 54H75M50 82V79M22 54H25', '@2a211e', 3), // prettier-ignore
  },
  compass: {
    size: 62,
    grip: [50, 86],
    carry: 'lift', // prettier-ignore
    svg: c(50, 10, 7, '@b98a3c') + c(50, 54, 42, '@b98a3c') + c(50, 54, 34, '@f4ecd8') + p('M50 24L58 54H42Z', '@c0353c') + p('M50 84L58 54H42Z', '@39424a') + c(50, 54, 4, '@b98a3c'), // prettier-ignore
  },
  camera: {
    size: 92,
    grip: [16, 62],
    carry: 'lift', // prettier-ignore
    svg: p('M30 22H56L62 32H92C95 32 96 34 96 36V80C96 83 94 84 92 84H8C5 84 4 82 4 80V36C4 33 6 32 8 32H24Z', '@31343c') + p('M4 44H96V56H4Z', '@8a5a3c') + c(52, 58, 23, '@1d1f26') + c(52, 58, 16, '@4a6f8c') + c(46, 52, 5, '@d7ecf5') + p('M76 38H88V44H76Z', '@f0e4cf'), // prettier-ignore
  },
  book: {
    size: 86,
    grip: [16, 70],
    carry: 'lift', // prettier-ignore
    svg: p('M14 10H84C88 10 90 12 90 16V90H20C14 90 12 86 12 82V14C12 11 13 10 14 10Z', '@8c2f3a') + p('M20 82H90V90H20C15 90 15 82 20 82Z', '@f1e6cc') + s('M24 12V80', '@6a222c', 4) + p('M40 26H76V44H40Z', '@e2c277') + s('M46 35H70', '@8c2f3a', 3), // prettier-ignore
  },
  map: {
    size: 116,
    grip: [8, 62],
    carry: 'lift', // prettier-ignore
    svg: p('M4 20L34 12L66 22L96 14V80L66 88L34 78L4 86Z', '@e8d5a6') + p('M34 12L66 22V88L34 78Z', '@d6bf8a') + s('M14 66C26 50 40 68 52 52C62 40 72 48 80 38', '@a0402e', 3) + s('M76 30L88 42M88 30L76 42', '@a0402e', 4) + p('M12 34C20 28 28 34 26 42C20 46 12 44 12 34Z', '@8fae84'), // prettier-ignore
  },
  photo: {
    size: 66,
    grip: [14, 82],
    carry: 'lift', // prettier-ignore
    svg: p('M14 8H86V94H14Z', '@f6f0e2') + p('M21 15H79V70H21Z', '@8fb0bc') + p('M21 56C36 44 50 58 79 48V70H21Z', '@6f8a62') + c(44, 40, 9, '@d9a074') + p('M28 70C28 52 60 52 60 70Z', '@a8453e'), // prettier-ignore
  },
  newspaper: {
    size: 122,
    grip: [10, 64],
    carry: 'lift', // prettier-ignore
    svg: p('M6 14L50 20L94 14V86L50 92L6 86Z', '@e9e3d3') + s('M50 20V92', '@b9b19d', 3) + s('M12 26L44 30', '@3c3a3a', 6) + s('M12 40L44 44M12 50L44 54M12 60L44 64M12 70L44 74M56 66L88 62M56 76L88 72', '@8e887a', 2.600) + p('M56 28L88 24V54L56 58Z', '@9aa3a4'), // prettier-ignore
  },
  cup: {
    size: 64,
    grip: [12, 62],
    carry: 'lift', // prettier-ignore
    svg: s('M70 42C98 36 98 80 68 76', '@e4d8bf', 8) + p('M14 26H72V76C72 88 64 92 56 92H30C22 92 14 88 14 76Z', '@e4d8bf') + p('M14 26H72V34H14Z', '@2f6f97') + s('M32 16C28 10 38 8 34 2M50 16C46 10 56 8 52 2', '@f4efe4', 2.600), // prettier-ignore
  },
  bottle: {
    size: 104,
    grip: [50, 64],
    carry: 'lift', // prettier-ignore
    svg: p('M42 4H58V30C58 38 70 40 70 52V92C70 95 68 97 65 97H35C32 97 30 95 30 92V52C30 40 42 38 42 30Z', '@3f7a52') + p('M41 2H59V12H41Z', '@c9a36a') + p('M31 56H69V82H31Z', '@f0e4c4') + s('M37 48C37 44 44 42 46 36', '@a6d0ae', 3.500), // prettier-ignore
  },
  glass: {
    size: 70,
    grip: [50, 66],
    carry: 'lift', // prettier-ignore
    svg: p('M24 4H76C78 36 68 56 53 58V86H70C74 86 76 94 76 96H24C24 94 26 86 30 86H47V58C32 56 22 36 24 4Z', '@d5e6ec') + p('M25 24H75C74 42 66 53 50 54C34 53 26 42 25 24Z', '@9c2c44') + s('M32 10C32 26 34 36 40 42', '@ffffff', 3), // prettier-ignore
  },
  bread: {
    size: 92,
    grip: [16, 66],
    carry: 'lift', // prettier-ignore
    svg: p('M6 62C6 38 26 26 50 26C74 26 94 38 94 62C94 76 86 82 78 82H22C14 82 6 76 6 62Z', '@c98a45') + s('M28 38C34 44 36 52 34 60M48 34C54 42 56 50 54 58M68 38C74 44 76 52 74 60', '@f3d79b', 6), // prettier-ignore
  },
  apple: {
    size: 50,
    grip: [50, 78],
    carry: 'lift', // prettier-ignore
    svg: p('M50 30C70 16 92 28 90 54C88 80 70 96 58 94C53 92 47 92 42 94C30 96 12 80 10 54C8 28 30 16 50 30Z', '@c8333a') + s('M50 32C48 22 52 14 58 8', '@5b3a28', 5) + p('M56 18C64 6 78 8 82 12C76 24 64 24 56 18Z', '@6b9a46') + s('M24 44C22 54 24 62 28 68', '@f0a090', 5), // prettier-ignore
  },
  ring: {
    size: 36,
    grip: [50, 92],
    carry: 'lift', // prettier-ignore
    svg: `<path d="M50 34a31 31 0 1 0 .1 0ZM50 44a21 21 0 1 1-.1 0Z" fill="@e6bb48" fill-rule="evenodd"/>` + p('M34 14H66L74 24L50 42L26 24Z', '@a8e0ea') + p('M42 24H58L50 40Z', '@e8fbff') + s('M27 58C25 68 28 76 32 80', '@fbe8a8', 3), // prettier-ignore
  },
  coin: {
    size: 40,
    grip: [50, 86],
    carry: 'lift', // prettier-ignore
    svg: c(50, 50, 42, '@c99a2e') + c(50, 47, 40, '@edc657') + c(50, 47, 31, '@d9ac3c') + p('M50 24L56 40H73L59 50L64 67L50 57L36 67L41 50L27 40H44Z', '@f6dc86'), // prettier-ignore
  },
  rope: {
    size: 110,
    grip: [50, 20],
    carry: 'hang', // prettier-ignore
    svg: [0, 1, 2].map((at) => `<ellipse cx="${String(50 + at * 3 - 3)}" cy="${String(50 + at * 7)}" rx="${String(32 - at * 2)}" ry="30" fill="none" stroke="${at === 1 ? '@b08d57' : '@cdaa70'}" stroke-width="8"/>`).join('') + s('M78 76C86 84 84 92 92 97', '@cdaa70', 8), // prettier-ignore
  },
  umbrella: {
    size: 420,
    grip: [50, 88],
    carry: 'over', // prettier-ignore
    svg: s('M50 12V90C50 98 60 98 60 91', '@3a302c', 2) + p('M2 48C4 22 26 8 50 8C74 8 96 22 98 48C92 43 87 43 82 48C77 43 71 43 66 48C61 43 55 43 50 48C45 43 39 43 34 48C29 43 23 43 18 48C13 43 8 43 2 48Z', '@2e4a6b') + p('M50 8C62 18 66 34 66 48C61 43 55 43 50 48C45 43 39 43 34 48C34 34 38 18 50 8Z', '@3d6088') + s('M50 3V9', '@3a302c', 2), // prettier-ignore
  },
  suitcase: {
    size: 190,
    grip: [50, 20],
    carry: 'hang', // prettier-ignore
    svg: s('M38 30V20C38 16 62 16 62 20V30', '@3a2a22', 6) + p('M8 28H92C95 28 96 30 96 32V86C96 89 94 90 92 90H8C5 90 4 88 4 86V32C4 29 6 28 8 28Z', '@8a5a34') + p('M20 28H30V90H20ZM70 28H80V90H70Z', '@5f3c24') + p('M4 54H96V59H4Z', '@5f3c24') + p('M44 50H56V63H44Z', '@e2c277'), // prettier-ignore
  },
  bag: {
    size: 168,
    grip: [50, 8],
    carry: 'hang', // prettier-ignore
    svg: s('M30 44C28 0 72 0 70 44', '@5f3c24', 6) + p('M16 40H84L92 88C92 93 90 95 86 95H14C10 95 8 93 8 88Z', '@9a6a42') + p('M16 40H84L87 60C70 70 30 70 13 60Z', '@7a5030') + p('M44 62H56V72H44Z', '@e2c277'), // prettier-ignore
  },
  basket: {
    size: 168,
    grip: [50, 8],
    carry: 'hang', // prettier-ignore
    svg: s('M14 50C14 -6 86 -6 86 50', '@8a6236', 6) + c(36, 48, 13, '@c8333a') + c(58, 46, 14, '@e2b52c') + c(74, 50, 10, '@91b03b') + p('M6 50H94L84 92C83 95 81 96 78 96H22C19 96 17 95 16 92Z', '@b98a52') + s('M10 62H90M14 76H86M30 52L34 94M50 52V94M70 52L66 94', '@8a6236', 3.500), // prettier-ignore
  },
  bucket: {
    size: 150,
    grip: [50, 10],
    carry: 'hang', // prettier-ignore
    svg: s('M14 36C18 -2 82 -2 86 36', '@4c545c', 4) + p('M10 34H90L80 96H20Z', '@8a98a2') + p('M10 34H90L89 44H11Z', '@b4c0c8') + s('M16 66H84', '@66737d', 4), // prettier-ignore
  },
  box: {
    size: 150,
    grip: [46, 88],
    carry: 'both', // prettier-ignore
    svg: p('M8 36L22 20H92L92 24L92 92H8Z', '@8a6540') + p('M8 36H80V92H8Z', '@b98a58') + p('M80 36L92 22V80L80 92Z', '@8a6540') + p('M8 36L22 20H92L80 36Z', '@d0a672') + p('M38 36H50V54H38Z', '@f0e4c4'), // prettier-ignore
  },
  hat: {
    size: 130,
    grip: [12, 70],
    carry: 'lift', // prettier-ignore
    svg: p('M26 64C24 30 34 18 44 20C48 23 52 23 56 20C66 18 76 30 74 64Z', '@4a3c34') + p('M26 54H74V66H26Z', '@8c2f3a') + p('M2 68C18 60 26 64 50 64C74 64 82 60 98 68C86 82 66 80 50 80C34 80 14 82 2 68Z', '@4a3c34'), // prettier-ignore
  },
  flower: {
    size: 96,
    grip: [50, 84],
    carry: 'lift', // prettier-ignore
    svg: s('M50 98C48 76 52 62 50 44', '@4f7f45', 4.500) + p('M50 76C60 60 74 62 78 62C76 74 64 82 50 78Z', '@62984f') + [0, 72, 144, 216, 288].map((turn) => `<ellipse cx="50" cy="17" rx="11" ry="16" fill="@d8557a" transform="rotate(${String(turn)} 50 33)"/>`).join('') + c(50, 33, 9, '@f2c14e'), // prettier-ignore
  },
  ball: {
    size: 92,
    grip: [26, 76],
    carry: 'lift', // prettier-ignore
    svg: c(50, 50, 46, '@d9563a') + p('M50 4C66 20 66 80 50 96C34 80 34 20 50 4Z', '@f3e6cc') + s('M8 34C30 44 70 44 92 34', '@a83c2c', 3), // prettier-ignore
  },
  guitar: {
    size: 330,
    grip: [52, 36],
    carry: 'upright', // prettier-ignore
    svg: p('M47 4H53V52H47Z', '@4a3226') + p('M44 2H56V14H44Z', '@33241c') + p('M50 46C62 46 66 52 64 60C63 65 72 70 72 80C72 92 62 97 50 97C38 97 28 92 28 80C28 70 37 65 36 60C34 52 38 46 50 46Z', '@c07c3a') + c(50, 66, 7.500, '@33241c') + p('M42 82H58V86H42Z', '@33241c') + s('M48.500 10V84M51.500 10V84', '@f1e6cc', 0.8), // prettier-ignore
  },
  oar: {
    size: 700,
    grip: [50, 60],
    carry: 'upright', // prettier-ignore
    svg: s('M50 28V97', '@a5773f', 2) + p('M50 2C55 2 55.500 12 54 24L51.200 31H48.800L46 24C44.500 12 45 2 50 2Z', '@b98a4e') + s('M47 97H53', '@a5773f', 2.200) + p('M45.700 16L54.300 16L54 20L46 20Z', '@b8323a'), // prettier-ignore
  },
  anchor: {
    size: 230,
    grip: [50, 8],
    carry: 'hang', // prettier-ignore
    svg: `<path d="M50 2a11 11 0 1 0 .1 0ZM50 8a5 5 0 1 1-.1 0Z" fill="@4b5560" fill-rule="evenodd"/>` + p('M45 22H55V84H45Z', '@4b5560') + p('M28 30H72V38H28Z', '@4b5560') + s('M10 60C14 96 86 96 90 60', '@4b5560', 9) + p('M2 66L10 48L24 62ZM98 66L90 48L76 62Z', '@4b5560'), // prettier-ignore
  },
  chair: {
    size: 360,
    grip: [50, 10],
    carry: 'hang', // prettier-ignore
    svg: p('M22 4H30L34 98H26Z', '@6d4a2e') + p('M64 4H72L72 54H66Z', '@6d4a2e') + p('M24 10H70V18H24ZM25 26H70V34H25Z', '@8a6038') + p('M22 52H80L84 62H26Z', '@a5773f') + p('M74 62H82L84 98H77Z', '@6d4a2e') + p('M40 62H46L46 92H41Z', '@5a3c26'), // prettier-ignore
  },
}
