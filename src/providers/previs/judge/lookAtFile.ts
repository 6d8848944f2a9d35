import type { Asked, Measured } from './measured'

/** Is the file a whole picture? It is read to its end. */
export const lookAtFile = async ({ file, look }: Asked): Promise<Measured> => {
  try {
    const { whole } = await look.at(file, 640)
    return { yes: true, evidence: `A whole picture of ${String(whole.width)} x ${String(whole.height)}.` }
  } catch (error) {
    return {
      yes: false,
      evidence: `The file is cut or broken: ${(error as Error).message.split('\n')[0] ?? ''}`,
    }
  }
}
