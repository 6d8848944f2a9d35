import type { Submitted } from '../spec/paidProvider'

/** Whether it can stand in an address as it is: words with slashes between, none of which leads upwards. */
export const isPath = (endpoint: string): boolean =>
  /^[\w.-]+(\/[\w.-]+)*$/.test(endpoint) && !endpoint.split('/').some((part) => /^\.+$/.test(part))

/** Nothing is sent for a path that is none, or one this provider is not asked at. */
export const noSuchEndpoint = (endpoint: string): Submitted => ({
  is: 'refused',
  error: { class: 'validation', message: `“${endpoint.slice(0, 120)}” is no endpoint of this provider.` },
})
