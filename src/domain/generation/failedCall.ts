import type { ErrorStory } from '../errors/StudioError'
import type { ProviderErrorClass } from './providerError'

type Failed = { what: string; provider: string; class: ProviderErrorClass; message: string; mayBeCharged: boolean }

const codes: Record<ProviderErrorClass, string> = {
  validation: 'CALL_REFUSED',
  policy: 'CALL_AGAINST_POLICY',
  auth: 'PROVIDER_KEY_REFUSED',
  billing: 'PROVIDER_BALANCE',
  rate: 'PROVIDER_TOO_BUSY',
  transient: 'CALL_FAILED',
  ambiguous: 'CALL_FAILED',
  expired: 'CALL_RESULT_GONE',
  unreachable: 'PROVIDER_NOT_REACHED',
  unknown: 'CALL_FAILED',
}

const fixes: Partial<Record<ProviderErrorClass, string>> = {
  validation: 'Change what the message names, or choose another model, then go on with the run.',
  policy: 'Write the prompt in other words, then make the scene again.',
  auth: 'Put in a key that works, then go on with the run: nothing was charged.',
  billing: 'Top up the balance at the provider, then go on with the run: nothing was charged.',
  unreachable: 'Check the connection, then go on with the run: nothing was charged.',
}

/** Why a paid call came to nothing, for people. */
export const failedCall = (failed: Failed): ErrorStory => ({
  code: codes[failed.class],
  what: `“${failed.what}” was not made by ${failed.provider}.`,
  why: failed.message === '' ? 'The provider gave no reason.' : failed.message,
  fix: failed.mayBeCharged
    ? 'It may have been charged, so it is not sent again by itself: decide “again” for it (POST /api/generations/:id/decide), or give the film command --again.'
    : (fixes[failed.class] ?? 'Go on with the run: it is sent again.'),
})

/** The provider refuses the account: everything that would be sent from it waits for a person. */
export const refusesAll = (error: ProviderErrorClass | null): error is 'auth' | 'billing' =>
  error === 'auth' || error === 'billing'
