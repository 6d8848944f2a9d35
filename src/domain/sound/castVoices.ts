import type { ages, voiceGenders } from '@/domain/cast/look'
import { seedOf } from '@/domain/seed'

/** How a person sounds: chosen once per speaking part, distinct in a film, kept with the character. */
export type Voice = {
  gender: (typeof voiceGenders)[number]
  age: (typeof ages)[number]
  /** Index of this speaker among those of the same gender and age: the same index always sounds the same. */
  variant: number
  /** Semitones a person put on top; empty: none. */
  pitch?: number | null
  /** How much faster a person wants it, 0.5–2; empty: the voice's own pace. */
  rate?: number | null
}

type Part = { name: string; gender: Voice['gender']; lines: number }

/**
 * A voice of their own for everybody, by what the text says of gender and age. Speaking parts choose first, in order of
 * appearance, so that those who are silent use up no voice. Of whom the text says nothing, the name decides.
 */
export const castVoices = (
  cast: readonly Part[],
  ageOf: (name: string) => Voice['age'] | undefined,
): Map<string, Voice> => {
  const taken = new Map<string, number>()
  const speakersFirst = [...cast.filter(({ lines }) => lines > 0), ...cast.filter(({ lines }) => lines === 0)]
  return new Map(
    speakersFirst.map(({ name, gender: said }) => {
      const gender = said === 'unknown' ? (['woman', 'man'] as const)[seedOf(name) % 2] : said
      const age = ageOf(name) ?? 'adult'
      const kind = `${String(gender)}:${age}`
      const variant = taken.get(kind) ?? 0
      taken.set(kind, variant + 1)
      return [name, { gender: gender ?? said, age, variant }]
    }),
  )
}
