import type { ProviderError } from '@/domain/generation/providerError'
import type { Standing, Submitted } from '../spec/paidProvider'
import type { Called } from './callJson'
import { afterMsIn, told } from './told'

export type Answered = Extract<Called, { is: 'json' }>

/** How an adapter reads what its provider says. */
export type Reader = {
  /** "fal": for sentences. */
  name: string
  secrets: string[]
  /** Why it refused; asked for every 4xx, with JSON or without (`json` null then). */
  refusal: (answer: { status: number; headers: Record<string, string>; json: Answered['json'] }) => ProviderError
}

/**
 * What one POST came to, by the same rule for every provider: what was not sent and what was refused with a 4xx is
 * surely not taken; no answer, a 5xx, a redirect and an answer nobody understands are ambiguous.
 */
export const submitEnd = (called: Called, reader: Reader, taken: (answer: Answered) => Submitted | null): Submitted => {
  const ambiguous = (message: string, status?: number): Submitted => ({
    is: 'unknown',
    error: told({ class: 'ambiguous', message, ...(status === undefined ? {} : { status }) }, reader.secrets),
  })
  if (called.is === 'unreachable')
    return { is: 'refused', error: told({ class: 'unreachable', message: called.why }, reader.secrets) }
  if (called.is === 'noAnswer') return ambiguous(called.why)
  const { status } = called
  if (isRefusal(status)) return { is: 'refused', error: refusalIn(called, reader) }
  if (called.is === 'odd') return ambiguous(called.why, status)
  if (status < 200 || status >= 300) return ambiguous(refusalIn(called, reader).message, status)
  return taken(called) ?? ambiguous(`${reader.name} answered something that says neither yes nor no.`, status)
}

/** A state that could not be read. `ambiguous` is never said of a read: it may be asked again. */
export const untold = (called: Called, reader: Reader): Extract<Standing, { is: 'untold' }> => ({
  is: 'untold',
  error: readFault(called, reader),
})

export const readFault = (called: Called, reader: Reader): ProviderError => {
  if (called.is === 'unreachable') return told({ class: 'unreachable', message: called.why }, reader.secrets)
  if (called.is === 'noAnswer') return told({ class: 'transient', message: called.why }, reader.secrets)
  if (isRefusal(called.status)) return refusalIn(called, reader)
  const message =
    called.is === 'odd' ? called.why : `${reader.name} answered ${String(called.status)}, which says nothing here.`
  return told({ class: 'transient', message, status: called.status }, reader.secrets)
}

/** Too slow to be read (408), in conflict with itself (409) or too early (425) says nothing of whether it was taken. */
const isRefusal = (status: number) => status >= 400 && status < 500 && ![408, 409, 425, 499].includes(status)

/** The provider's own reason, whole: its words, its status, how long it asks to wait. */
export const refusalIn = (called: Extract<Called, { status: number }>, reader: Reader): ProviderError => {
  const { status, headers } = called
  const json = called.is === 'json' ? called.json : null
  const error = reader.refusal({ status, headers, json })
  const afterMs = afterMsIn(headers)
  const message = error.message !== '' ? error.message : called.is === 'odd' ? called.why : `It answered ${status}.`
  return told({ ...error, message, status, ...(afterMs === null ? {} : { afterMs }) }, reader.secrets)
}
