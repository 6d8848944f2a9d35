import type { Voice } from '../../spec/speech'
import type { FliteVoice } from './flite'

/** How a speaking part sounds: a flite voice, its pitch against the voice's own, its pace (below 1 is slower). */
export type Timbre = { voice: FliteVoice; pitch: number; pace: number }

const woman: [FliteVoice, number, number][] = [
  ['slt', 0.97, 0.93], ['slt', 1.1, 0.98], ['slt', 0.87, 0.9], ['awb', 1.42, 0.95], ['slt', 1.04, 0.86], ['rms', 1.55, 0.97],
] // prettier-ignore
const man: [FliteVoice, number, number][] = [
  ['awb', 0.96, 0.95], ['rms', 1, 0.94], ['kal16', 0.92, 0.92], ['rms', 0.9, 0.9], ['awb', 0.86, 0.98], ['kal', 1.02, 0.94],
  ['rms', 1.1, 1], ['kal16', 1.06, 1],
] // prettier-ignore
const child: [FliteVoice, number, number][] = [
  ['slt', 1.22, 1], ['slt', 1.36, 1.04], ['slt', 1.28, 0.94], ['awb', 1.62, 1],
] // prettier-ignore
const olderPitch = 0.92
const olderPace = 0.93

/** Each gender, age and variant has its own timbre; beyond the table, pitch and pace move on in small steps. */
export const timbreOf = ({ gender, age, variant }: Voice): Timbre => {
  const table = tableOf(gender, age, variant)
  const slot = gender === 'unknown' && age !== 'child' ? variant >> 1 : variant
  const [voice, pitch, pace] = table[slot % table.length] ?? ['rms', 1, 1]
  const round = Math.floor(slot / table.length)
  const shift = round === 0 ? 1 : 1 + (round % 2 ? -1 : 1) * 0.045 * Math.ceil(round / 2)
  const old = age === 'elder'
  return { voice, pitch: pitch * shift * (old ? olderPitch : 1), pace: pace * (2 - shift) * (old ? olderPace : 1) }
}

const tableOf = (gender: Voice['gender'], age: Voice['age'], variant: number) => {
  if (age === 'child') return child
  if (gender === 'unknown') return variant % 2 ? woman : man
  return gender === 'woman' ? woman : man
}
