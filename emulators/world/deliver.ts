import type { CallbackRule, Provider } from '../plan/planShape'
import type { World } from './openWorld'

/** How one callback is to be spoilt; nothing of it on a good day. */
export type Spoilt = { forged: boolean; stale: boolean; altered: boolean; swollenBy: number }
export type Sent = { headers: Record<string, string>; body: string }

export type Callback = {
  provider: Provider
  endpoint: string
  url: string
  /** Written anew for every delivery, because the time is in it. */
  write: (spoilt: Spoilt, now: Date) => Sent
  /** Seconds of the provider's time before each further try; none: it tries once. */
  triesAfterS: readonly number[]
}

const right: Spoilt = { forged: false, stale: false, altered: false, swollenBy: 0 }
const answerLimitMs = 15_000

/** Calls back and tries again until somebody answers 2xx. What a bad day does to it strikes its first delivery. */
export const deliver = async (world: World, callback: Callback): Promise<void> => {
  const rules = world.plan.strikes('callback', callback)
  const has = (name: CallbackRule['do']) => rules.some((rule) => rule.do === name)
  if (has('lost')) return
  const waitMs = rules.reduce((sum, rule) => sum + (rule.do === 'late' ? rule.ms : 0), 0)
  if (waitMs > 0 && !(await world.sleep(waitMs))) return
  const swollenBy = rules.reduce((sum, rule) => sum + (rule.do === 'swollen' ? rule.bytes : 0), 0)
  const spoilt = { forged: has('forged'), stale: has('stale'), altered: has('altered'), swollenBy }
  let taken = await post(world, callback, spoilt)
  for (const afterS of callback.triesAfterS) {
    if (taken) break
    if (!(await world.takes(afterS))) return
    taken = await post(world, callback, right)
  }
  const times = rules.reduce((most, rule) => Math.max(most, rule.do === 'repeat' ? rule.times : 1), 1)
  for (let again = 1; again < times && !world.signal.aborted; again++) await post(world, callback, right)
}

const post = async (world: World, { url, write }: Callback, spoilt: Spoilt): Promise<boolean> => {
  const { headers, body } = write(spoilt, new Date())
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: body + ' '.repeat(spoilt.swollenBy),
      redirect: 'manual',
      signal: AbortSignal.any([world.signal, AbortSignal.timeout(answerLimitMs)]),
    })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
