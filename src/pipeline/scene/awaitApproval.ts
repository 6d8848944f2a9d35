import { textOf } from '@/domain/words'
import { mediaDocument } from '@/stores/mediaDocument'
import { defineStep } from '../defineStep'
import { gift } from '../readDeclared'
import { sceneStatusWrite } from './sceneStatusWrite'
import type { Verified } from './verifyPicture'

/** The end of a run that stops after the stills: the picture waits for a person. */
export const awaitApproval = defineStep({
  id: 'scene.await-approval',
  says: 'Show the picture to a person',
  version: 2,
  slot: 'free',
  seconds: 0.1,
  reads: { from: ['scene.verify-picture'] },
  run: (values, context) => {
    const { verified } = gift(values, 'scene.verify-picture') as { verified: Verified }
    const { stores, project, input } = context
    const { picture: asset, waits = 'awaiting_approval' } = verified
    return Promise.resolve({
      gives: { still: asset },
      files: [asset.name],
      write: async (tx) => {
        const state = await stores.library.findOne('scene-states', { scene: input.scene }, tx)
        const alt = `${textOf(state?.clipName)}, the composed picture`
        const composite = await mediaDocument(stores, { project: project.id, asset, kind: 'composite', alt }, tx)
        await sceneStatusWrite(stores, input.scene, { path: [waits], fields: { composite } })(tx)
      },
    })
  },
})
