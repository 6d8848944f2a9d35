import { Button } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { homeRead } from '@/stores/reads/homeRead'
import { links } from '../shell/links'
import { seenNow, seenProjects } from '../shell/seenProjects'
import { Icon } from '../status/Icon'
import { wordsOf } from '../words/wordsOf'
import { FirstStart } from './FirstStart'
import { MoneyPanel } from './MoneyPanel'
import { NeedsYou } from './NeedsYou'
import { needsOf } from './needsOf'
import { ProjectCard } from './ProjectCard'
import { requestsSeen } from './requestsSeen'
import { RunningNow } from './RunningNow'

/** The first page: what needs a person, what runs, what it costs, and the projects. */
export const Home = async ({ payload, user, i18n }: ServerProps) => {
  if (!user) return null
  const words = wordsOf(i18n)
  const { say } = words
  const projects = await seenProjects(payload, user)
  if (projects.length === 0) return <FirstStart />
  const ids = projects.map(({ id }) => id)
  const read = homeRead(payload)
  const monthBegan = new Date(new Date().getFullYear(), new Date().getMonth(), 1)
  const [now, scenes, failed, month, requests] = await Promise.all([
    seenNow(payload, user),
    read.scenes(ids),
    read.failed(ids),
    read.money(ids, monthBegan),
    requestsSeen(payload, user, ids),
  ])
  const titles = new Map(projects.map(({ id, title }) => [id, title]))
  const needs = needsOf({ decisions: now.decisions, failed, scenes, titles, requests }, words)
  return (
    <div className="bl-home">
      <header className="bl-home__head">
        <h1>{say('studio')}</h1>
        <p className="bl-second">{say('summary', { needs: needs.length, runs: now.live.length, projects: projects.length })}</p>
        <Button el="link" to={links.newProject} buttonStyle="primary" size="medium" margin={false} icon={<Icon name="plus" />} iconPosition="left">
          {say('newProject')}
        </Button>
      </header>
      <div className="bl-home__top">
        <NeedsYou rows={needs} words={words} />
        <div className="bl-home__side">
          <RunningNow runs={now.live} titles={titles} words={words} />
          <MoneyPanel money={month} words={words} />
        </div>
      </div>
      <section aria-labelledby="bl-projects">
        <header className="bl-home__row">
          <h2 id="bl-projects">{say('projects')}</h2>
          <span className="bl-second">{say('lastFirst')}</span>
        </header>
        <ul className="bl-cards">
          {projects.map((project) => (
            <ProjectCard key={project.id} project={project} tally={scenes.get(project.id)} decisions={now.decisions.filter((one) => one.project === project.id).length} words={words} />
          ))}
        </ul>
      </section>
    </div>
  )
} // prettier-ignore
