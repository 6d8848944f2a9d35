export type CallbackSettings = {
  /** PUBLIC_URL. */
  publicUrl: string | null
  /** WEBHOOK_PORT; 0: any free one. */
  port: number | null
}
type Row = { name: string; state: 'good' | 'less'; says: string; fix?: string }

const name = 'Callbacks'
/** Addresses nobody outside of this machine or its network reaches. */
const inside =
  /^(localhost|.*\.(local|internal|lan)|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[(::1|f[cd]|fe80))/
/** Providers whose callbacks only hold with a secret of their own. */
const secrets = [
  ['OPENAI_API_KEY', 'OPENAI_WEBHOOK_SECRET'],
  ['REPLICATE_API_TOKEN', 'REPLICATE_WEBHOOK_SECRET'],
] as const

/** Whether providers can call this studio back, as far as its settings say: nobody is asked. */
export const callbacksRow = ({ publicUrl, port }: CallbackSettings, keys: readonly string[]): Row => {
  if (publicUrl === null) return unnamed(port)
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol !== 'https:' || inside.test(hostname))
    return {
      name,
      state: 'less',
      says: `providers are told ${publicUrl}, which they cannot reach: they are asked instead (polling only)`,
      fix: 'set PUBLIC_URL to an https address under which the internet reaches this machine, or take it out',
    }
  const unproved = secrets.flatMap(([key, secret]) => (keys.includes(key) && !keys.includes(secret) ? [secret] : []))
  const asked =
    unproved.length > 0 ? `; without ${unproved.join(' and ')} its callbacks are refused and it is asked` : ''
  return { name, state: 'good', says: `come to ${publicUrl.replace(/\/+$/, '')}/api/webhooks, ${way(port)}${asked}` }
}

const unnamed = (port: number | null): Row =>
  port === null
    ? { name, state: 'good', says: 'PUBLIC_URL is not set: providers are asked (polling only); nothing else changes' }
    : {
        name,
        state: 'less',
        says: `WEBHOOK_PORT is set, and no provider is told where this studio is: they are asked (polling only)`,
        fix: 'set PUBLIC_URL to the https address of the tunnel or proxy that leads to that port',
      }

const way = (port: number | null): string =>
  port === null
    ? 'through the port of the studio itself (WEBHOOK_PORT gives them one that answers nothing else)'
    : `through ${port === 0 ? 'a free port' : `port ${String(port)}`}, which answers nothing else`
