import type { ReviewCut } from '@/domain/review/reviewCut'
import type { ShareRight } from '@/domain/review/shareRight'
import type { ShownComment } from '@/domain/review/shown'
import { say } from './words'

/** What the page is about, as GET …/film tells it. */
export type Film = { may: ShareRight; expiresAt: string; cut: ReviewCut }
export type Told<T> = { ok: true; told: T } | { ok: false; why: string; code: string }

const base = location.pathname.replace(/\/$/, '')
const pageSize = 500

type Refusal = { errors?: { code?: string; what?: string; why?: string; fix?: string }[] }

const asked = async <T>(path: string, init: RequestInit = {}): Promise<Told<T>> => {
  const answer = await fetch(`${base}${path}`, init).catch(() => null)
  if (!answer) return { ok: false, why: say('offline'), code: 'OFFLINE' }
  const told = (await answer.json().catch(() => ({}))) as unknown
  if (answer.ok) return { ok: true, told: told as T }
  const [first] = (told as Refusal).errors ?? []
  const why = [first?.what, first?.why, first?.fix].filter(Boolean).join(' ')
  return { ok: false, why: why === '' ? say('offline') : why, code: first?.code ?? '' }
}

export const readFilm = (): Promise<Told<Film>> => asked<Film>('/film')
export const readComments = (): Promise<Told<{ docs: ShownComment[] }>> => asked(`/comments?limit=${String(pageSize)}`)
export const send = (path: '/comments' | '/approvals', body: object): Promise<Told<unknown>> =>
  asked(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
export const videoUrl = `${base}/film.mp4`
export const posterUrl = `${base}/poster`
