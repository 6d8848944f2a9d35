import type { Voice } from '@/domain/sound/castVoices'
import type { FliteVoice } from './flite'

/**
 * How a speaking part sounds. `tract`: formants and pitch together against the voice's own (a smaller head is above 1);
 * `pitch`: the melody alone on top of it; `pace`: below 1 is slower; `tremor`: 0–1, how much the voice shakes.
 */
export type Timbre = { voice: FliteVoice; tract: number; pitch: number; pace: number; tremor: number }

/** Voice, tract, pitch in Hz, pace. Adults choose from the top, elders from the bottom: twelve parts never share one. */
type Row = [voice: FliteVoice, tract: number, hz: number, pace: number]
const women: Row[] = [
  ['slt', 0.97, 168, 0.93], ['slt', 1.09, 212, 1], ['awb', 1.2, 190, 0.96], ['slt', 0.86, 138, 0.9], ['kal16', 1.22, 182, 0.78],
  ['slt', 1.04, 246, 0.96], ['awb', 1.32, 236, 1.02], ['rms', 1.5, 154, 1], ['kal16', 1.36, 228, 0.84], ['awb', 1.1, 150, 0.9],
  ['slt', 1.24, 172, 0.82], ['slt', 0.91, 186, 0.98],
] // prettier-ignore
const men: Row[] = [
  ['awb', 0.95, 120, 0.95], ['rms', 1.04, 107, 0.98], ['kal16', 0.94, 92, 0.78], ['awb', 1.06, 152, 1.02], ['slt', 0.8, 112, 0.92],
  ['rms', 1.14, 117, 1.02], ['kal16', 1.1, 132, 0.86], ['awb', 0.84, 96, 0.9], ['slt', 0.86, 136, 1], ['kal16', 0.82, 108, 0.82],
  ['slt', 0.74, 92, 0.94], ['rms', 0.9, 93, 0.94],
] // prettier-ignore
const children: Row[] = [
  ['slt', 1.24, 250, 1], ['slt', 1.38, 292, 1.05], ['awb', 1.46, 262, 0.98], ['slt', 1.3, 214, 0.92], ['kal16', 1.45, 250, 0.8],
  ['awb', 1.6, 312, 1.04], ['slt', 1.46, 336, 0.96], ['kal16', 1.6, 300, 0.88], ['awb', 1.34, 222, 0.92], ['kal16', 1.5, 208, 0.8],
  ['rms', 1.9, 196, 1], ['slt', 1.5, 246, 1],
] // prettier-ignore

/** Middle pitch of the voices as they are; `rms` cannot be given another. */
const ownHz: Record<FliteVoice, number> = { rms: 103, slt: 174, awb: 130, kal: 92, kal16: 91 }
const elder = { tract: 0.98, pitch: { woman: 0.92, man: 1.06 }, pace: 0.88, tremor: 0.22 }
const young = { tract: 1, pitch: 1, pace: 1, tremor: 0 }

/** Each gender, age and variant has its own timbre; beyond twelve of a kind, pitch and pace move on in small steps. */
export const timbreOf = (part: Voice): Timbre => {
  const { rows, slot, round } = placeOf(part)
  const [voice, ownTract, hz, ownPace] = rows[slot] ?? ['rms', 1, 103, 1]
  const shift = round === 0 ? 1 : 1 + (round % 2 ? -1 : 1) * 0.045 * Math.ceil(round / 2)
  const aged = part.age === 'elder' ? { ...elder, pitch: elder.pitch[rows === women ? 'woman' : 'man'] } : young
  const tract = ownTract * shift * aged.tract
  const wished = 2 ** ((part.pitch ?? 0) / 12)
  const pace = ownPace * (2 - shift) * aged.pace * Math.min(2, Math.max(0.5, part.rate ?? 1))
  const of = { voice, pace, tremor: aged.tremor }
  if (voice === 'rms') return { ...of, tract: tract * wished, pitch: 1 }
  return { ...of, tract, pitch: ((hz * aged.pitch * shift) / ownHz[voice] / tract) * wished }
}

/** Elders are counted from the bottom of the table. */
const placeOf = ({ gender, age, variant }: Voice): { rows: Row[]; slot: number; round: number } => {
  const rows = rowsOf(gender, age, variant)
  const nth = gender === 'unknown' && age !== 'child' ? variant >> 1 : variant
  const slot = nth % rows.length
  return { rows, slot: age === 'elder' ? rows.length - 1 - slot : slot, round: Math.floor(nth / rows.length) }
}

const rowsOf = (gender: Voice['gender'], age: Voice['age'], variant: number): Row[] => {
  if (age === 'child') return children
  if (gender === 'unknown') return variant % 2 ? women : men
  return gender === 'woman' ? women : men
}
