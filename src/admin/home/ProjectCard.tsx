import { Link } from '@payloadcms/ui'
import { readProjectSettings } from '@/domain/project/projectSettings'
import type { ProjectStatus } from '@/domain/project/projectStatus'
import type { SceneTally } from '@/stores/reads/homeRead'
import { links } from '../shell/links'
import { Icon } from '../status/Icon'
import { Picture } from '../status/Picture'
import { roundedUp } from '../status/money'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import type { Words } from '../words/wordsOf'
import { StageBar } from './StageBar'
import { stageOf } from './stageOf'

type Project = { id: string; title: string; status: ProjectStatus; settings?: unknown; poster?: unknown }
type Props = { project: Project; tally: SceneTally | undefined; decisions: number; words: Words }

const none: SceneTally = { total: 0, done: 0, working: 0, failed: 0, stale: 0, decide: 0 }

const urlOf = (file: unknown): string | null =>
  typeof file === 'object' && file !== null && 'url' in file && typeof file.url === 'string' ? file.url : null

/** One project, one link: poster, name, how far it is, what it may spend, what is wrong. */
export const ProjectCard = ({ project, tally = none, decisions, words }: Props) => {
  const { say, status } = words
  const poster = urlOf(project.poster)
  const budget = readProjectSettings(project.settings).budgetNanodollars
  const asked = decisions + tally.decide
  return (
    <li>
      <Link href={links.project(project.id)} className="bl-card">
        <span className="bl-card__poster">
          {poster ? <Picture src={poster} alt="" width={640} height={360} loading="lazy" /> : <Icon name="picture" size={24} />}
        </span>
        <span className="bl-card__body">
          <span className="bl-card__line">
            <strong className="bl-card__title">{project.title}</strong>
            <StatusTag {...statusMeta.project[project.status]}>{status(`project.${project.status}`)}</StatusTag>
          </span>
          <StageBar state={stageOf(project.status, tally)} words={words} />
          <span className="bl-card__line bl-second">
            <span>{tally.total > 0 ? say('scenesDone', { done: tally.done, total: tally.total }) : say('noScenes')}</span>
            <span>{budget > 0 ? roundedUp(budget) : say('noBudget')}</span>
          </span>
          <span className="bl-card__flags">
            {asked > 0 && <StatusTag {...statusMeta.flag.decide} filled>{say('decideCount', { count: asked })}</StatusTag>}
            {tally.failed > 0 && <StatusTag {...statusMeta.flag.failed} filled>{say('failedCount', { count: tally.failed })}</StatusTag>}
            {tally.stale > 0 && <StatusTag {...statusMeta.flag.stale} filled>{say('staleCount', { count: tally.stale })}</StatusTag>}
            {asked + tally.failed + tally.stale === 0 && <span className="bl-second">{say('nothingWaiting')}</span>}
          </span>
        </span>
      </Link>
    </li>
  )
} // prettier-ignore
