import { frameAt, middleOf, timecodeOf } from '@/domain/review/frames'
import { clipAt } from '@/domain/review/placeInCut'
import type { ShownComment } from '@/domain/review/shown'
import { posterUrl, readComments, readFilm, send, videoUrl, type Film } from './ask'
import { commentList } from './commentList'
import { make } from './make'
import { timelineRows } from './timeline'
import { say } from './words'

const lookMs = 10_000
const nameKey = 'backlot.reviewer'

/** The page behind a share link: watch, step, read, and where the link lets its holder, write. */
const open = (root: HTMLElement, first: Film): void => {
  let film = first
  let comments: ShownComment[] = []
  let replyTo: ShownComment | null = null
  const fps = (): number => film.cut.rate.num / film.cut.rate.den

  const video = make('video', { src: videoUrl, poster: posterUrl, controls: true, playsinline: true, preload: 'metadata' })
  const code = make('output', { class: 'code' })
  const here = make('span', { class: 'second', dir: 'auto' })
  const bar = make('div', { class: 'timeline' })
  const head = make('span', { class: 'head', 'aria-hidden': 'true' })
  const list = make('div')
  const news = make('p', { role: 'status', class: 'news' })

  const now = (): number => frameAt(video.currentTime, { fps: fps(), frames: film.cut.frames })
  const seek = (frame: number): void => {
    video.currentTime = middleOf(Math.max(0, Math.min(film.cut.frames - 1, frame)), fps())
  }
  const step = (by: number): void => {
    video.pause()
    seek(now() + by)
  }
  const play = (): void => {
    if (video.paused) void video.play().catch(() => undefined)
    else video.pause()
  }
  const writeHere = (): void => {
    video.pause()
    text.focus()
  }

  const name = make('input', { id: 'name', maxlength: 80, required: true, autocomplete: 'name', value: localStorage.getItem(nameKey) ?? '' })
  const text = make('textarea', { id: 'text', maxlength: 5000, rows: 3, required: true, dir: 'auto' })
  const submit = make('button', { class: 'main' })
  const cancel = make('button', { type: 'button', class: 'quiet', hidden: true, onClick: () => answer(null) }, [say('cancel')])

  const tick = (): void => {
    const frame = now()
    const clip = clipAt(film.cut.clips, frame)
    code.value = `${timecodeOf(frame, fps())} / ${timecodeOf(film.cut.frames, fps())}`
    here.textContent = clip ? `${clip.clipName} · ${clip.heading}` : ''
    head.style.insetInlineStart = `${String((100 * (frame + 0.5)) / film.cut.frames)}%`
    submit.textContent = replyTo ? `${say('reply')}: ${replyTo.name}` : say('send', { at: timecodeOf(frame, fps()) })
  }
  const answer = (to: ShownComment | null): void => {
    replyTo = to
    cancel.hidden = to === null
    tick()
    if (to) text.focus()
  }
  const mayWrite = film.may === 'comment'
  const draw = (): void => {
    const parts = { cut: film.cut, comments, seek }
    bar.replaceChildren(...timelineRows(parts), head)
    list.replaceChildren(commentList({ ...parts, answer: mayWrite ? answer : null }))
    tick()
  }
  const look = async (): Promise<void> => {
    const read = await readComments()
    if (!read.ok) return
    const changed = JSON.stringify(read.told.docs) !== JSON.stringify(comments)
    comments = read.told.docs
    // what has the focus is not taken away under it
    if (changed && !list.contains(document.activeElement)) draw()
  }
  const refused = async (why: string, reason: string): Promise<void> => {
    news.textContent = why
    if (reason !== 'FILM_CHANGED') return
    const read = await readFilm()
    if (!read.ok) return
    film = read.told
    video.src = `${videoUrl}?${film.cut.film.sha256.slice(0, 8)}`
    draw()
  }
  const write = async (path: '/comments' | '/approvals', body: object): Promise<boolean> => {
    localStorage.setItem(nameKey, name.value)
    const sent = await send(path, { name: name.value, ...body })
    if (!sent.ok) await refused(sent.why, sent.code)
    return sent.ok
  }
  const comment = async (): Promise<void> => {
    const place = replyTo ? { parent: replyTo.id } : { frame: now(), film: film.cut.film.sha256 }
    submit.disabled = true
    const isSent = await write('/comments', { text: text.value, ...place })
    submit.disabled = false
    if (!isSent) return
    news.textContent = ''
    text.value = ''
    answer(null)
    await look()
  }
  const submitted = (event: Event): void => {
    event.preventDefault()
    void comment()
  }
  const judge = async (verdict: 'approved' | 'changes'): Promise<void> => {
    const clip = clipAt(film.cut.clips, now())
    if (!clip || !name.reportValidity()) return
    video.pause()
    const note = verdict === 'changes' ? (prompt(say('note', { scene: clip.clipName })) ?? '') : ''
    if (verdict === 'changes' && note.trim() === '') return
    const isSent = await write('/approvals', { scene: clip.scene, film: film.cut.film.sha256, answer: verdict, note })
    if (isSent) news.textContent = say(verdict === 'approved' ? 'saidYes' : 'saidNo', { scene: clip.clipName })
  }

  const button = (label: string, act: () => void) => make('button', { type: 'button', onClick: act }, [label])
  const form = make('form', { onSubmit: submitted }, [
    make('label', { for: 'name' }, [say('name')]), name,
    make('label', { for: 'text' }, [say('text')]), text, submit, cancel,
    make('div', { class: 'verdicts' }, [button(say('approve'), () => void judge('approved')), button(say('changes'), () => void judge('changes'))]),
  ])
  root.replaceChildren(
    make('header', {}, [make('h1', { dir: 'auto' }, [film.cut.title]), make('span', { class: 'second' }, [say('until', { day: new Date(film.expiresAt).toLocaleDateString() })])]),
    make('div', { class: 'columns' }, [
      make('div', {}, [
        video,
        make('div', { class: 'controls' }, [button(say('back'), () => step(-1)), button(say('play'), play), button(say('on'), () => step(1)), code, here]),
        bar,
        make('p', { class: 'second' }, [say('keys')]),
      ]),
      make('section', { 'aria-label': say('comments') }, [make('h2', {}, [say('comments')]), mayWrite ? form : make('p', { class: 'second' }, [say('watchOnly')]), news, list]),
    ]),
  )
  for (const moved of ['timeupdate', 'seeked', 'loadedmetadata']) video.addEventListener(moved, tick)
  const keys: Record<string, () => void> = { ' ': play, k: play, ',': () => step(-1), '.': () => step(1), j: () => step(-5 * Math.round(fps())), l: () => step(5 * Math.round(fps())), m: writeHere }
  document.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!act || (event.target as HTMLElement).closest('input, textarea, button, video')) return
    event.preventDefault()
    act()
  })
  draw()
  void look()
  setInterval(() => void (document.hidden ? undefined : look()), lookMs)
} // prettier-ignore

const root = document.getElementById('review')
if (root)
  void readFilm().then((read) => {
    if (read.ok) open(root, read.told)
    else root.append(make('p', { role: 'alert' }, [read.why]))
  })
