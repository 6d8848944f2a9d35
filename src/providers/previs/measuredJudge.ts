import sharp from 'sharp'
import type { VisionAnswer, VisionModel, VisionQuestion } from '../spec/vision'

const width = 320

/** Answers by measuring pixels of previs pictures: tones, brightness, the costume colours of enrolled references. */
export const measuredJudge = (): VisionModel => ({
  id: 'previs-measure',
  version: '1',
  ask: async (picture, questions, signal) => {
    const seen = await look(picture.file)
    const answers: VisionAnswer[] = []
    for (const question of questions) {
      signal.throwIfAborted()
      answers.push(await answer(seen, question))
    }
    return answers
  },
})

type Seen = { pixels: Buffer; count: number; tones: number; luma: number }

const look = async (file: string): Promise<Seen> => {
  const { data, info } = await sharp(file).removeAlpha().resize({ width }).raw().toBuffer({ resolveWithObject: true })
  const count = info.width * info.height
  const bins = new Set<number>()
  let sum = 0
  for (let i = 0; i < data.length; i += 3) {
    const [r = 0, g = 0, b = 0] = [data[i], data[i + 1], data[i + 2]]
    bins.add(((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4))
    sum += 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  return { pixels: data, count, tones: bins.size, luma: sum / count }
}

const answer = async (seen: Seen, { id, kind, subject, reference }: VisionQuestion): Promise<VisionAnswer> => {
  const tell = (yes: boolean, evidence: string): VisionAnswer => ({
    id,
    answer: yes ? 'yes' : 'no',
    confidence: null,
    evidence,
  })
  if (kind === 'light')
    return tell(seen.luma > 8 && seen.luma < 250, `mean brightness ${seen.luma.toFixed(0)} of 255 for ${subject}`)
  if (kind !== 'person' || !reference) return tell(seen.tones >= 12, `${String(seen.tones)} tones are in the picture`)
  const hue = await costumeHue(reference.file)
  const share = shareOfHue(seen, hue)
  return tell(share > 0.0004, `${(share * 100).toFixed(2)} % of the picture has the colour of ${subject}`)
}

const costumeHue = async (file: string): Promise<number> => {
  const { pixels } = await look(file)
  const weights = new Array<number>(36).fill(0)
  for (let i = 0; i < pixels.length; i += 3) {
    const { hue, chroma } = hueOf(pixels, i)
    weights[Math.floor(hue / 10) % 36] = (weights[Math.floor(hue / 10) % 36] ?? 0) + (chroma > 60 ? chroma : 0)
  }
  return weights.indexOf(Math.max(...weights)) * 10 + 5
}

const shareOfHue = ({ pixels, count }: Seen, hue: number): number => {
  let found = 0
  for (let i = 0; i < pixels.length; i += 3) {
    const at = hueOf(pixels, i)
    const apart = Math.abs(((at.hue - hue + 540) % 360) - 180)
    if (at.chroma > 18 && apart < 32) found++
  }
  return found / count
}

const hueOf = (pixels: Buffer, at: number): { hue: number; chroma: number } => {
  const [r = 0, g = 0, b = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]]
  const max = Math.max(r, g, b)
  const chroma = max - Math.min(r, g, b)
  if (chroma === 0) return { hue: 0, chroma }
  const sixth = max === r ? (g - b) / chroma : max === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4
  return { hue: (sixth * 60 + 360) % 360, chroma }
}
