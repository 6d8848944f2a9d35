import { jsonReply } from '../http/reply'
import type { Host } from '../http/route'
import { jwksOf, type FalAccount } from './falAccount'
import { falFailure, falLocked } from './falRefusal'

/** The public keys fal signs its callbacks with; anybody may read them. */
export const jwksHost = (account: FalAccount): Host => ({
  prefix: '/fal/jwks',
  provider: 'fal',
  refuses: () => null,
  failure: falFailure,
  noBalance: falLocked,
  routes: [
    {
      method: 'GET',
      path: /^\/(\.well-known\/jwks\.json)?$/,
      at: 'read',
      endpoint: () => 'jwks',
      handle: () => jsonReply(200, jwksOf(account), { 'cache-control': 'public, max-age=3600' }),
    },
  ],
})
