import type { PayloadRequest } from 'payload'

/** The id in the address, '' when it is none. */
export const idIn = ({ routeParams }: PayloadRequest): string => {
  const id = routeParams?.['id']
  return typeof id === 'string' ? id : ''
}
