import type { StudioError } from '@/domain/errors/StudioError'
import { lastWords } from '@/domain/log/lastWords'
import { countAlertAt } from '@/stores/countAlertAt'
import type { Machine } from './openMachine'

/** Tells people that a part died and was started again: one alert for each part, which counts how often, with its last lines. Never fails. */
export const tellRestart = async ({ mongoUri }: Pick<Machine, 'mongoUri'>, { story }: StudioError): Promise<void> => {
  const told = {
    ...story,
    why: lastWords(story.why),
    fix: `It was started again by itself. If it goes on: ${story.fix}`,
  }
  await countAlertAt(mongoUri, told).catch(() => undefined) // the studio goes on; the log has it
}
