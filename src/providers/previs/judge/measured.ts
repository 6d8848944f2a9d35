import type { VisionQuestion } from '../../spec/vision'
import type { Look } from './openLook'

/** What a measurement says: null when it cannot tell. */
export type Measured = { yes: boolean | null; evidence: string }

export type Asked = { file: string; question: VisionQuestion; look: Look }

export const percent = (share: number): string => `${String(Math.round(share * 100))} %`
