import type { ServerProps } from 'payload'
import { BellButton } from './BellButton'

/** On the right of every page: how much a person was told and has not read. */
export const Bell = async ({ payload, user }: Pick<ServerProps, 'payload' | 'user'>) => {
  if (!user) return null
  const { totalDocs } = await payload.count({
    collection: 'notifications',
    where: { readAt: { exists: false } },
    overrideAccess: false,
    user,
  })
  return <BellButton first={totalDocs} />
}
