import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { continuityOf } from '@/domain/continuity/continuityOf'
import { continuityText } from '@/domain/continuity/continuityText'
import type { ContinuityFields, FilmedScene } from '@/domain/continuity/filmedScene'
import type { Asset } from '@/domain/generation/generationKey'
import { textOf } from '@/domain/words'
import { defineStep, type Values } from '../defineStep'
import { cutIn, type CutScene } from './cutFilm'

const continuityFields = [
  'clipName', 'sceneNumber', 'heading', 'location', 'timeOfDay', 'weather', 'storyDay', 'blocking', 'eyeline', 'focusOn', 'action',
  'costumes', 'props',
] as const // prettier-ignore

/** Compares the film with itself and with the enrolled views: who drifts, which cut jumps, who crosses the line. Never fails a film. */
export const reportContinuity = defineStep({
  id: 'film.report-continuity',
  says: 'Compare the film with itself',
  version: 1,
  slot: 'free',
  seconds: 0.2,
  reads: { settings: ['fps'], scenes: continuityFields, from: ['film.cut'] },
  run: async (values, { project, stores, scratch }) => {
    const cut = cutIn(values)
    const fields = new Map(values.scenes.map(({ id, scene }) => [id, scene]))
    const film = continuityOf(cut.scenes.map((scene) => filmed(scene, fields.get(scene.id) ?? scene.scene)))
    const file = join(scratch, 'continuity.md')
    await writeFile(file, continuityText(film, cut.fps))
    const report = await stores.assets.keep(file, project.id)
    return { gives: { report, findings: film.findings.length }, files: [report.name] }
  },
})

const rows = <T>(list: unknown): T[] => (Array.isArray(list) ? (list as T[]) : [])

const filmed = ({ startFrame, frames, conformed: { shot } }: CutScene, scene: Record<string, unknown>): FilmedScene => ({
  clipName: textOf(scene.clipName), sceneNumber: textOf(scene.sceneNumber), heading: textOf(scene.heading),
  location: textOf(scene.location), timeOfDay: textOf(scene.timeOfDay), weather: textOf(scene.weather),
  storyDay: typeof scene.storyDay === 'number' ? scene.storyDay : null,
  blocking: rows<ContinuityFields['blocking'][number]>(scene.blocking),
  eyeline: textOf(scene.eyeline), focusOn: textOf(scene.focusOn), action: textOf(scene.action),
  costumes: rows<Record<string, unknown>>(scene.costumes).map(({ character, costume, variant }) => ({
    character: textOf(character), costume: textOf(costume), variant: textOf(variant),
  })),
  props: rows<Record<string, unknown>>(scene.props).map(({ prop, heldBy, state }) => ({
    prop: textOf(prop), heldBy: textOf(heldBy), state: textOf(state),
  })),
  startFrame, frames, boundary: shot.boundary,
  shot: shot.continuity?.measured ?? null,
  hidden: shot.continuity?.hidden ?? [],
}) // prettier-ignore

/** The report as later steps of the same run find it. */
export const reportIn = (values: Values): Asset =>
  (values.from['film.report-continuity']?.[0] as { report: Asset }).report
