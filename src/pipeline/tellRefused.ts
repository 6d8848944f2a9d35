import type { Tx } from '@/stores/controlDb'
import type { Stores } from './stores'
import { tellPerson } from './tellPerson'

type Telling = { project: string; what: string; link: string; refused: readonly string[] }

/** One alert where the words of a text model were not taken, and the rules' own stand. */
export const tellRefused = async (stores: Stores, { project, what, link, refused }: Telling, tx: Tx): Promise<void> => {
  const code = 'TEXT_NOT_TAKEN'
  await tellPerson(
    stores,
    {
      project,
      code,
      what: `${what}: not all that the text model wrote was taken; there the rules’ own stands.`,
      fix: 'Write these fields yourself, or change what the model is told (Prompt templates) and generate the qualified data again.',
      link,
      notices: refused.map((one) => ({ code, line: 0, what: one })),
    },
    tx,
  )
}
