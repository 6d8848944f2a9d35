import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ObjectId } from 'mongodb'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { callSheet } from '@/pipeline/callSheet'
import type { StepDefinition } from '@/pipeline/defineStep'
import { standsFrom } from '@/pipeline/living/standsFrom'
import { storesIn } from '@/pipeline/living/storesIn'
import { partsOf } from '@/pipeline/partsOf'
import { sceneFields } from '@/pipeline/qualify/sceneFields'
import { readDeclared } from '@/pipeline/readDeclared'
import { inTransaction } from '@/stores/controlDb'
import { qualifiedDatabase, projectSlug } from '@/domain/project/projectSlug'
import { localProviders } from '@/studio/localProviders'
import { openWorker, type StudioWorker } from '@/studio/openWorker'
import { projectById } from '@/studio/projectReader'
import { openTestStudio, type TestStudio } from '../../tests/collections/openTestStudio'
import { foundTools } from '../../tests/host/foundTools'
import { longScreenplay, scenesOfText } from '../../tests/support/filmScenes'

export type LivingFilm = {
  studio: TestStudio
  worker: StudioWorker
  scenes: string[]
  character: string
  /** The twin of a scene says this action, and the scene is marked. */
  sceneSays: (at: number, action: string) => Promise<boolean>
  /** Every scene is marked for this colour, and the twin of the character has it. */
  allSay: (colour: string) => Promise<boolean>
  close: () => Promise<void>
}

const atOnce = 20

const look = {
  age: 'adult', build: 'slim', hair: 'bob', hat: 'none', beard: false, glasses: false, costume: 'coat', costumeColor: '#7d8288',
  hairColor: '#2b1d14', skinColor: '#d8b090', evidence: [],
} // prettier-ignore

/** A film of so many scenes, each made from its documents as the steps declare it; no picture is drawn. */
export const livingFilm = async (count: number): Promise<LivingFilm> => {
  const studio = await openTestStudio()
  const home = mkdtempSync(join(tmpdir(), 'backlot-living-'))
  const { ffmpeg, ffprobe } = foundTools()
  const providers = localProviders(await findMediaTools({ home, ffmpeg, ffprobe }))
  const log = (line: string) => void process.stderr.write(`${line}\n`)
  const worker = await openWorker({ mongoUri: studio.uri, secret: 'of the bench', home, providers, cpuSlots: 2, only: null, log }) // prettier-ignore
  const { stores } = worker
  const made = await studio.call('POST /api/projects', { body: { title: 'Long', slug: `long-${studio.name.slice(-6)}` } })
  const id = made.body['doc'].id as string
  const character = (await stores.library.create('characters', { project: id, name: 'MARA', look, rev: 1, authors: [] })).id
  await stores.library.create('characters', { project: id, name: 'TOM', look, rev: 1, authors: [] })
  await stores.library.create('style-guides', { project: id, title: 'Look', styleCapsule: 'Gouache.', rev: 1, authors: [] })
  const drafts = scenesOfText(longScreenplay()).scenes
  const project = await projectById(stores, id)
  const addScene = async (at: number): Promise<string> => {
    const draft = drafts[at % drafts.length]
    if (!draft) throw new Error('the screenplay has no scenes')
    const seen = [...new Set([...draft.charactersPresent, 'MARA'])]
    const told = { ...draft, sequenceNumber: at + 1, charactersPresent: seen }
    const fields = sceneFields(told, { before: null, direction: undefined })
    const owner = { project: id, locked: false, rev: 1, authors: [] }
    const scene = (await stores.library.create('scenes', { ...fields, ...owner })).id
    const state = { scene, project: id, clipName: draft.clipName, status: 'completed', stale: false }
    await stores.library.create('scene-states', state)
    const twin = { collection: 'scene_metadata' as const, id: scene, fields, agent: 'agent:story', inputHash: scene }
    await inTransaction(stores.control, (tx) => stores.qualified.put(project.slug, twin, tx))
    return scene
  }
  const scenes: string[] = []
  for (let from = 0; from < count; from += atOnce)
    scenes.push(...(await Promise.all(Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => addScene(from + i)))))
  const steps: StepDefinition[] = callSheet.scene.flat()
  const make = (from: number) =>
    inTransaction(stores.control, async (tx) => {
      const reading = storesIn(stores, tx)
      for (const [i, scene] of scenes.slice(from, from + 50).entries()) {
        const previous = scenes[from + i - 1]
        const input = { scene, ...(previous === undefined ? {} : { previous }) }
        for (const step of steps) {
          const { from: _, ...reads } = step.reads
          const node = { node: 0, step: step.id, says: '', input, needs: [], after: [], slot: step.slot, takes: 1, rank: 0 }
          const values = await readDeclared(reading, { providers, step: { ...step, reads }, node, project, runId: '' })
          await standsFrom(stores, { project: id, step, node, parts: partsOf(step, node, values) }).write(`result ${scene}`)(tx)
        }
      }
    })
  for (let from = 0; from < count; from += 500)
    await Promise.all(Array.from({ length: 10 }, (_, i) => make(from + 50 * i)))
  while ((await stores.outbox.open()) > 0) await new Promise((resolve) => setTimeout(resolve, 20))

  const qualified = stores.control.client.db(qualifiedDatabase(projectSlug(project.slug)))
  const states = stores.control.db.collection('scene-states')
  return {
    studio,
    worker,
    scenes,
    character,
    sceneSays: async (at, action) => {
      const twin = await qualified.collection<{ _id: string; action?: string }>('scene_metadata').findOne({ _id: scenes[at] ?? '' })
      return twin?.action === action && (await states.findOne({ scene: new ObjectId(scenes[at]), stale: true })) !== null
    },
    allSay: async (colour) => {
      const now = JSON.stringify(colour)
      return (await states.countDocuments({ staleReasons: { $elemMatch: { field: 'look.costumeColor', now } } })) === count
    },
    close: async () => {
      await worker.close()
      await studio.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
} // prettier-ignore
