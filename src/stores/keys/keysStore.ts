import { StudioError } from '@/domain/errors/StudioError'
import { paidProviders, type PaidProviderId } from '@/domain/catalogue/model'
import { textCollection, type ControlDb } from '../controlDb'
import { watchCollection } from '../watchCollection'
import { seal, unseal, type Sealed } from './sealing'

/** Of a project, or with null of the whole studio. */
export type KeyScope = string | null

type KeyDocument = {
  provider: PaidProviderId
  project: KeyScope
  sealed: Sealed
  /** What the provider signs its callbacks with, where it tells that on a page of its own. */
  sealedSecret?: Sealed | null
  /** The last four characters; '' of a short one. */
  ending: string
  setAt: Date
  setBy: string
  rev: number
}
/** What people see of a key. */
export type ShownKey = {
  provider: PaidProviderId
  of: 'project' | 'studio'
  ending: string
  /** Whether its callbacks can be checked by a secret that was put in with it. */
  signs: boolean
  setAt: string
  setBy: string
}
/** A key, and what callbacks to its account are signed with, where somebody put that in. */
export type ProviderKey = { key: string; webhookSecret: string | null }
/** A key as it is used; `key` null: it was sealed with another secret. */
export type OpenKey = { project: KeyScope; provider: PaidProviderId; key: string | null; webhookSecret: string | null }
export type KeysStore = ReturnType<typeof keysStore>

/** What a webhook secret is sealed under: no key opens in its place. */
const secretLabel = (id: string): string => `${id}:webhook`

const idOf = (scope: KeyScope, provider: PaidProviderId): string => `${scope ?? 'studio'}:${provider}`

/**
 * The keys of providers, sealed with the studio's secret. No collection of Payload: neither REST nor GraphQL, no
 * version and no archive ever holds one. Its name says where each belongs, and one that was moved does not open.
 */
export const keysStore = ({ db, payload }: Pick<ControlDb, 'db' | 'payload'>) => {
  const keys = textCollection<KeyDocument>(db, 'provider_keys')
  const { secret } = payload.config
  const read = async (scope: KeyScope, provider: PaidProviderId): Promise<string | null> => {
    const found = await keys.findOne({ _id: idOf(scope, provider) })
    if (!found) return null
    return unseal(found.sealed, { secret, label: found._id }) ?? refuseUnreadable([found._id])
  }
  /** One that was sealed with another secret of the studio is of no use to the key after it. */
  const opensSecret = async (_id: string): Promise<boolean> => {
    const sealed = (await keys.findOne({ _id }))?.sealedSecret
    return Boolean(sealed && unseal(sealed, { secret, label: secretLabel(_id) }) !== null)
  }

  return {
    /** Keeps a key in the place of the one before. `webhookSecret`: left out, the one of before stays; null takes it away. Fails: KEY_REFUSED. */
    async put(scope: KeyScope, provider: PaidProviderId, { key, webhookSecret, by }: { key: string; webhookSecret?: string | null | undefined; by: string }): Promise<void> {
      const plain = checkedKey(key)
      const signs = typeof webhookSecret === 'string' ? checkedSecret(webhookSecret) : null
      const _id = idOf(scope, provider)
      const sealed = seal(plain, { secret, label: _id })
      const ending = plain.length >= 16 ? plain.slice(-4) : ''
      const sealedSecret = signs === null ? null : seal(signs, { secret, label: secretLabel(_id) })
      const stays = webhookSecret === undefined && (await opensSecret(_id))
      const set = { provider, project: scope, sealed, ending, setAt: new Date(), setBy: by, ...(stays ? {} : { sealedSecret }) }
      await keys.updateOne({ _id }, { $set: set, $inc: { rev: 1 } }, { upsert: true })
    },

    async remove(scope: KeyScope, provider: PaidProviderId): Promise<void> {
      await keys.deleteOne({ _id: idOf(scope, provider) })
    },

    /** What of the project's keys, and of the studio's where the project has none, may be shown. */
    async shown(project: KeyScope): Promise<ShownKey[]> {
      const scopes = project === null ? [null] : [project, null]
      const found = await keys.find({ project: { $in: scopes } }, { projection: { sealed: 0, 'sealedSecret.text': 0 } }).toArray()
      const own = found.filter((one) => one.project === project)
      const others = found.filter(({ provider }) => !own.some((one) => one.provider === provider))
      return [...own, ...others]
        .sort((a, b) => paidProviders.indexOf(a.provider) - paidProviders.indexOf(b.provider))
        .map(({ provider, project: of, ending, sealedSecret, setAt, setBy }) => ({
          provider,
          of: of === null ? ('studio' as const) : ('project' as const),
          ending,
          signs: Boolean(sealedSecret),
          setAt: setAt.toISOString(),
          setBy,
        }))
    },

    /** The key that counts for a project: its own, else the studio's. Fails: KEY_UNREADABLE. */
    async keyFor(project: KeyScope, provider: PaidProviderId): Promise<string | null> {
      return (project === null ? null : await read(project, provider)) ?? read(null, provider)
    },

    /** All of them, to be used and never shown. */
    async open(): Promise<OpenKey[]> {
      const found = await keys.find({}).toArray()
      return found.map(({ _id, project, provider, sealed, sealedSecret }) => ({
        project, provider, key: unseal(sealed, { secret, label: _id }),
        webhookSecret: sealedSecret ? unseal(sealedSecret, { secret, label: secretLabel(_id) }) : null,
      }))
    },

    /** Says that keys changed, or may have. */
    watch(onChange: () => void, signal: AbortSignal): void {
      watchCollection(keys, { pipeline: [{ $project: { _id: 1 } }], onChange, onOpen: onChange, signal })
    },

    /**
     * Seals every key anew with the secret of today; `former` are secrets of before. May be repeated, also after it
     * was cut off. Fails: KEY_UNREADABLE, naming those no secret opens, after the others are done.
     */
    async rotate(former: readonly string[] = []): Promise<{ sealed: number }> {
      const unreadable: string[] = []
      let sealed = 0
      const anew = (before: Sealed, label: string): Sealed | null => {
        const plain = [secret, ...former].map((one) => unseal(before, { secret: one, label })).find((one) => one !== null)
        return plain === undefined ? null : seal(plain, { secret, label })
      }
      for await (const { _id, rev, sealed: before, sealedSecret } of keys.find({})) {
        const [key, signs] = [anew(before, _id), sealedSecret ? anew(sealedSecret, secretLabel(_id)) : null]
        if (!key || (sealedSecret && !signs)) {
          unreadable.push(_id)
          continue
        }
        // a key that was put there in the meantime is sealed anew already
        const done = await keys.updateOne({ _id, rev }, { $set: { sealed: key, sealedSecret: signs }, $inc: { rev: 1 } })
        sealed += done.modifiedCount
      }
      return unreadable.length > 0 ? refuseUnreadable(unreadable) : { sealed }
    },
  }
} // prettier-ignore

/** One word as a header takes it. */
const checkedKey = (key: string): string => {
  const plain = key.trim()
  if (/^[\x21-\x7e]{8,400}$/.test(plain)) return plain
  throw new StudioError({
    code: 'KEY_REFUSED',
    what: 'The key was not kept.',
    why: 'A key is one word of 8 to 400 plain letters, digits and signs.',
    fix: 'Copy it again from the provider’s page, without what stands around it.',
    field: 'key',
  })
}

/** As OpenAI hands it out: “whsec_…”, or its base64 alone. */
const checkedSecret = (given: string): string => {
  const plain = given.trim()
  if (/^(whsec_)?[A-Za-z0-9+/_-]{8,400}={0,2}$/.test(plain)) return plain
  throw new StudioError({
    code: 'KEY_REFUSED',
    what: 'The key was not kept.',
    why: 'The signing secret of its webhook is one word, “whsec_” and letters and digits.',
    fix: 'Copy it again from the webhook’s page at the provider, or leave it empty: then results are asked for.',
    field: 'webhookSecret',
  })
}

const refuseUnreadable = (ids: readonly string[]): never => {
  throw new StudioError({
    code: 'KEY_UNREADABLE',
    what: `Keys of providers cannot be read: ${ids.join(', ')}.`,
    why: 'They were sealed with another PAYLOAD_SECRET than the one of today.',
    fix: 'Run “npm run backlot -- keys rotate --former FILE” with the former secret in FILE, or put the keys in again.',
    retry: 'afterFix',
  })
}
