import { defineStep } from '../defineStep'
import { gift } from '../readDeclared'
import { sceneStatusWrite } from './sceneStatusWrite'
import type { Verified } from './verifyPicture'

/** The end of a run that stops after the stills: the picture waits for a person. */
export const awaitApproval = defineStep({
  id: 'scene.await-approval',
  says: 'Show the picture to a person',
  version: 1,
  slot: 'free',
  seconds: 0.1,
  reads: { from: ['scene.verify-picture'] },
  run: (values, context) => {
    const { verified } = gift(values, 'scene.verify-picture') as { verified: Verified }
    return Promise.resolve({
      gives: { still: verified.picture },
      files: [verified.picture.name],
      write: sceneStatusWrite(context.stores, context.input.scene, { path: [verified.waits ?? 'awaiting_approval'] }),
    })
  },
})
