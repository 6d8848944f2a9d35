'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import { settingOf } from '../settings/settingOf'
import { useWords } from '../words/useWords'
import { links } from './links'
import { askStudio, whyOf, type Fault } from './askStudio'

/** What the server tells of one run: a step or the run itself moved, or its project was billed. */
export type LiveEvent = {
  event: 'step' | 'run' | 'cost' | 'alert' | 'review' | 'notice'
  data: Record<string, unknown>
}
type Heard = (event: LiveEvent) => void
type Method = 'POST' | 'PATCH' | 'DELETE'
/** What a press answers that starts a run; `startsAt`: a countdown runs before it. */
type Started = { runId?: string; startsAt?: string }
export type Pressed = { done: { runId?: string } } | { quote: Quote }
type Studio = {
  /** Follows a run until the answer is called, '' the studio itself: alerts, notices, what is said about films. All of a tab share one stream. */
  follow: (runId: string, heard: Heard) => () => void
  /** Since when the stream is silent, null while it is open or nothing is followed. */
  silentSince: Date | null
  /** Sends an intent below /api; says why it was refused. Null: refused. */
  send: (path: string, body?: unknown, method?: Method) => Promise<unknown>
  /** Presses a button that may cost money: done, or the quote to say yes to. Null: refused, and said why. `key`: the same one makes the same. */
  press: (path: string, body: object, key?: string) => Promise<Pressed | null>
  /** Sends a file the same way. */
  upload: (path: string, file: File) => Promise<unknown>
  /** Reads below /api; `at` is the server's clock, milliseconds. Null: no answer. */
  read: (path: string) => Promise<{ answer: unknown; at: number } | null>
}
const StudioContext = createContext<Studio | null>(null)

export const useStudio = (): Studio => {
  const studio = use(StudioContext)
  if (!studio) throw new Error('Outside of the studio.')
  return studio
}

type Refused = { errors?: (Fault & { quote?: Quote })[] }

/** What every page of the admin shares: one stream of events for the tab, and how to ask the studio for something. */
export const StudioProvider = ({ children }: { children: React.ReactNode }) => {
  const { say } = useWords()
  const { config } = useConfig()
  const router = useRouter()
  const api = config.routes.api
  const heard = useRef(new Map<string, Set<Heard>>())
  /** The runs, with commas between them; null: nobody listens. */
  const [followed, setFollowed] = useState<string | null>(null)
  const [silentSince, setSilentSince] = useState<Date | null>(null)

  const follow = useCallback((runId: string, hears: Heard) => {
    const all = heard.current
    const refollow = () => setFollowed(all.size === 0 ? null : [...all.keys()].filter(Boolean).sort().join(','))
    all.set(runId, (all.get(runId) ?? new Set()).add(hears))
    refollow()
    return () => {
      all.get(runId)?.delete(hears)
      if (all.get(runId)?.size === 0) all.delete(runId)
      refollow()
    }
  }, [])

  useEffect(() => {
    if (followed === null) return
    const stream = new EventSource(`${api}/events?runs=${followed}`)
    const tell = (event: LiveEvent['event']) => (message: MessageEvent<string>) => {
      const data = JSON.parse(message.data) as Record<string, unknown>
      const ofRuns = typeof data['runId'] === 'string' ? [data['runId']] : [...heard.current.keys()]
      const of = event === 'review' ? [''] : ofRuns
      for (const id of of) for (const hears of heard.current.get(id) ?? []) hears({ event, data })
    }
    for (const event of ['step', 'run', 'cost', 'alert', 'review', 'notice'] as const)
      stream.addEventListener(event, tell(event))
    stream.addEventListener('open', () => setSilentSince(null))
    stream.addEventListener('error', () => setSilentSince((since) => since ?? new Date()))
    return () => {
      stream.close()
      setSilentSince(null)
    }
  }, [api, followed])

  const read = useCallback(
    async (path: string) => {
      const answer = await fetch(`${api}${path}`, { credentials: 'include' }).catch(() => null)
      if (!answer?.ok) return null
      return {
        answer: (await answer.json()) as unknown,
        at: Date.parse(answer.headers.get('Date') ?? '') || Date.now(),
      }
    },
    [api],
  )
  const refuse = useCallback(
    (told: Refused | null, path: string): null => {
      const code = told?.errors?.[0]?.code
      if (code === 'NOT_SIGNED_IN') {
        const signIn = () => void window.open(links.login, '_blank')
        toast.error(say('signedOut'), { action: { label: say('signIn'), onClick: signIn }, duration: 20_000 })
        return null
      }
      const setting = settingOf(code, path)
      // the setting that is missing is one press away, and so is the way back
      const open = () => router.push(`${setting ?? ''}&back=${encodeURIComponent(location.pathname + location.search)}`)
      toast.error(
        told ? say('didNotWork', { why: whyOf(told) }) : say('offline'),
        setting === null ? {} : { action: { label: say('openSetting'), onClick: open }, duration: 20_000 },
      )
      return null
    },
    [say, router],
  )
  const post = useCallback(
    async (path: string, body: unknown, method: Method = 'POST') => {
      const answer = await askStudio<Started>(`${api}${path}`, { body, method })
      if (answer.is === 'told') await isThere(answer.told, read)
      return answer.is === 'told' ? answer.told : refuse(answer.is === 'refused' ? answer.told : null, path)
    },
    [api, read, refuse],
  )
  const press = useCallback(
    async (path: string, body: object, key?: string): Promise<Pressed | null> => {
      const answer = await askStudio<Started>(`${api}${path}`, { body, ...(key ? { key } : {}) })
      if (answer.is === 'told') await isThere(answer.told, read)
      if (answer.is === 'told') return { done: answer.told }
      const told: Refused | null = answer.is === 'refused' ? answer.told : null
      const quote = told?.errors?.[0]?.quote
      return quote ? { quote } : refuse(told, path)
    },
    [api, read, refuse],
  )
  const studio = useMemo(
    () => ({
      follow,
      silentSince,
      read,
      press,
      send: (path: string, body: unknown = {}, method: Method = 'POST') => post(path, body, method),
      upload: (path: string, file: File) => {
        const form = new FormData()
        form.append('file', file)
        return post(path, form)
      },
    }),
    [follow, silentSince, post, press, read],
  )
  return <StudioContext value={studio}>{children}</StudioContext>
}

const lookMost = 50
const lookEveryMs = 200

/** A run that was asked for is made by a worker in a moment, and has no page before; after ten seconds nobody waits for it any more. */
const isThere = async ({ runId, startsAt }: Started, read: Studio['read']): Promise<void> => {
  if (runId === undefined || startsAt !== undefined) return
  for (let i = 0; i < lookMost; i++) {
    // its route answers already while it is only pressed; its page is that of its document
    const told = await read(`/runs?where[id][equals]=${runId}&depth=0&limit=1&select[kind]=true`)
    if (((told?.answer as { docs?: unknown[] } | undefined)?.docs ?? []).length > 0) return
    await new Promise((done) => setTimeout(done, lookEveryMs))
  }
}
