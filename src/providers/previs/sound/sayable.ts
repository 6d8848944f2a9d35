/**
 * The words as flite can say them: emphasis marks off, accents off, typographic signs plain, Greek and Cyrillic in
 * Latin letters; '' when too little is left to be understood (other scripts, or no letters at all).
 */
export const sayable = (text: string): string => {
  const letters = text.match(/\p{L}|\p{N}/gu)?.length ?? 0
  const plain = Array.from(text.normalize('NFKD'))
    .map((sign) => signs[sign] ?? latin(sign))
    .join('')
    .replace(/[^\x20-\x7e]/g, ' ')
    .replace(/[*_~"<>[\]{}\\|^`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const left = plain.match(/[a-z0-9]/gi)?.length ?? 0
  return letters > 0 && left >= letters / 2 ? plain : ''
}

const signs: Record<string, string> = {
  '’': "'", '‘': "'", 'ʼ': "'", '“': ' ', '”': ' ', '–': ', ', '—': ', ', '…': '... ', ß: 'ss', æ: 'ae', Æ: 'Ae', ø: 'o',
  Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', þ: 'th', œ: 'oe', Œ: 'Oe', ı: 'i', '&': ' and ', '%': ' percent ',
} // prettier-ignore

const latin = (sign: string): string => {
  const small = other[sign.toLowerCase()]
  if (small === undefined) return /\p{M}/u.test(sign) ? '' : sign
  return sign === sign.toLowerCase() ? small : small.charAt(0).toUpperCase() + small.slice(1)
}

const pairs = (list: string) => Object.fromEntries(list.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]))
const other: Record<string, string | undefined> = pairs(
  'аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ьj эe юyu яya єye іi їyi ґg ' +
    'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υi φf χkh ψps ωo',
)
