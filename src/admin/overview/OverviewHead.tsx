import { Link } from '@payloadcms/ui'
import type { UIFieldServerProps } from 'payload'
import { previsModel, readProjectSettings, type ProjectSettings } from '@/domain/project/projectSettings'
import { homeRead, type SceneTally } from '@/stores/reads/homeRead'
import { StageBar } from '../home/StageBar'
import { stageOf } from '../home/stageOf'
import { links } from '../shell/links'
import { Icon } from '../status/Icon'
import { Picture } from '../status/Picture'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { wordsOf, type Words } from '../words/wordsOf'
import { nextOf } from './nextOf'

const none: SceneTally = { total: 0, done: 0, working: 0, failed: 0, stale: 0, decide: 0 }

/** On top of a project's own form: its poster, how far it is, the one next thing, and what is missing. */
export const OverviewHead = async ({ id, payload, req, i18n }: UIFieldServerProps) => {
  if (!req.user || typeof id !== 'string') return null
  const project = await payload.findByID({ collection: 'projects', id, depth: 1, select: { status: true, poster: true, film: true, settings: true, title: true }, disableErrors: true, overrideAccess: false, user: req.user })
  if (!project) return null
  const words = wordsOf({ t: i18n.t, language: i18n.language })
  const { say } = words
  const [tallies, runs] = await Promise.all([homeRead(payload).scenes([id]), homeRead(payload).live([id])])
  const tally = tallies.get(id) ?? none
  const next = nextOf({ id, status: project.status, tally, run: runs[0]?._id ?? null })
  const { poster } = project
  const url = typeof poster === 'object' && poster?.url ? poster.url : null
  const missing = missingIn({ id, tally, status: project.status, film: Boolean(project.film), settings: readProjectSettings(project.settings) })
  return (
    <section className="bl-overview" aria-labelledby="bl-overview">
      {url ? <Picture className="bl-overview__poster" src={url} alt="" width={320} height={180} /> : <span className="bl-overview__poster"><Icon name="picture" size={24} /></span>}
      <div className="bl-overview__body">
        <StageBar state={stageOf(project.status, tally)} words={words} />
        <h2 id="bl-overview">{say('nextTitle')}</h2>
        <p className="bl-overview__next">
          <Link href={next.href} className="bl-button">
            {say(next.word)}
          </Link>
          <Counts tally={tally} words={words} />
        </p>
        <h2>{say('missingTitle')}</h2>
        {missing.length === 0 ? (
          <p className="bl-second">{say('nothingMissing')}</p>
        ) : (
          <ul>
            {missing.map(({ word, href }) => (
              <li key={word}>
                <Link href={href}>{say(word)}</Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
} // prettier-ignore

const Counts = ({ tally, words: { say, status } }: { tally: SceneTally; words: Words }) => (
  <>
    {tally.total > 0 && (
      <span className="bl-second">{say('scenesDone', { done: tally.done, total: tally.total })}</span>
    )}
    {tally.stale > 0 && <StatusTag {...statusMeta.flag.stale}>{say('staleCount', { count: tally.stale })}</StatusTag>}
    {tally.failed > 0 && <StatusTag {...statusMeta.flag.failed}>{status('flag.failed')}</StatusTag>}
  </>
)

const asksMoney = ({ models }: ProjectSettings): boolean => Object.values(models).some((one) => one !== previsModel)

type Standing = { id: string; tally: SceneTally; status: string; film: boolean; settings: ProjectSettings }
type Missing = { word: `missing_${'text' | 'scenes' | 'film' | 'budget'}`; href: string }

const missingIn = ({ id, tally, status, film, settings }: Standing): Missing[] => [
  ...(status === 'gathering' ? [{ word: 'missing_text' as const, href: links.gather(id) }] : []),
  ...(status !== 'gathering' && tally.total === 0 ? [{ word: 'missing_scenes' as const, href: links.gather(id) }] : []),
  ...(tally.total > 0 && !film ? [{ word: 'missing_film' as const, href: links.film(id) }] : []),
  ...(asksMoney(settings) && settings.budgetNanodollars === 0
    ? [{ word: 'missing_budget' as const, href: `${links.project(id)}/settings?field=cap` }]
    : []),
]
