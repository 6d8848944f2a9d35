import { Gutter, Link } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { readProjectSettings } from '@/domain/project/projectSettings'
import { homeRead } from '@/stores/reads/homeRead'
import { storyRead } from '@/stores/reads/storyRead'
import { links } from '../shell/links'
import { wordsOf } from '../words/wordsOf'
import { CastPanel } from './CastPanel'
import { castOf } from './castOf'
import { Story } from './Story'
import { storyDocuments } from './storyDocuments'
import { Told } from './Told'

/** A tab of the project: the screenplay beside its scenes, the story bible and the style guide beneath. */
export const StoryView = async ({ doc, initPageResult, i18n }: DocumentViewServerProps) => {
  const { req, permissions } = initPageResult
  const id = typeof doc['id'] === 'string' ? doc['id'] : null
  if (!req.user || id === null) return null
  const { say } = wordsOf(i18n)
  const [{ screenplay, bible, style }, scenes, runs, cast] = await Promise.all([
    storyDocuments(req, id),
    storyRead(req.payload, id),
    homeRead(req.payload).live([id]),
    castOf(req, id),
  ])
  const mayWrite = Boolean(permissions.collections?.['screenplays']?.update)
  const [run] = runs
  const locked = run ? say('storyLocked', { run: say(`run_${run.kind}`) }) : mayWrite ? null : say('storyNoRight')
  return (
    <Gutter className="bl-page">
      {screenplay ? (
        <Story project={id} screenplay={screenplay} scenes={scenes} language={readProjectSettings(doc['settings']).language} locked={locked} run={run?._id ?? null} />
      ) : (
        <p className="bl-empty">
          {say('noScreenplay')} <Link href={links.gather(id)}>{say('toGather')}</Link>
        </p>
      )}
      <CastPanel {...cast} />
      <div className="bl-storytab__beneath">
        <Told id="bl-bible" title={say('storyBible')} none={say('noBible')} told={bible} />
        <Told id="bl-style" title={say('styleGuide')} none={say('noStyle')} told={style} />
      </div>
    </Gutter>
  )
} // prettier-ignore
