import { sha256Of } from '@/stores/sha256'
import { defineStep } from '../defineStep'
import { screenplayIn } from './draftsOf'

const agent = 'import'

/** Keeps the screenplay word for word as a document people edit; a finished screenplay is never rewritten. */
export const writeScreenplay = defineStep({
  id: 'qualify.write-screenplay',
  says: 'Keep the screenplay, word for word',
  version: 1,
  slot: 'free',
  seconds: 0.2,
  reads: { title: true, raw: ['screenplay'] },
  run: (values, { project, stores, inputHash }) => {
    const text = screenplayIn(values.raw)
    const fields = { title: project.title, text, format: 'fountain', sha256: sha256Of(text) }
    return Promise.resolve({
      gives: { sha256: fields.sha256 },
      write: async (tx) => {
        const { id } = await stores.library.writeByPipeline(
          { collection: 'screenplays', key: { project: project.id }, fields, agent },
          tx,
        )
        await stores.qualified.put(project.slug, { collection: 'screenplay', id, fields, agent, inputHash }, tx)
      },
    })
  },
})
