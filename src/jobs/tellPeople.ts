import type { Notice } from '@/queue/jobs'
import type { TidingsParts } from './tellRun'

/** One notification for each who is named and may see the project; told twice, everybody hears it once. */
export const tellPeople = async ({ notices, mails }: TidingsParts, { to, ...notice }: Notice): Promise<void> => {
  const people = await notices.among(to, notice.project)
  await notices.put({ ...notice, at: new Date() }, { people, mails })
}
