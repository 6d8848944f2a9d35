import type { Look } from '../status/statusMeta'

/** How the answer of a judge looks. */
export const answerLooks: Record<'yes' | 'no' | 'unknown' | 'not_asked', Look> = {
  yes: { icon: 'check', tone: 'good' },
  no: { icon: 'cross', tone: 'bad' },
  unknown: { icon: 'question', tone: 'asks' },
  not_asked: { icon: 'circle', tone: 'quiet' },
}
