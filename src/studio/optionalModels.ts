import { energeticModel } from '@/providers/localEmbeddings/energeticModel'

/** Whether questions can be answered by meaning here, and not by words alone. */
export const hasSentenceModel = (home: string): boolean => energeticModel(home) !== null
