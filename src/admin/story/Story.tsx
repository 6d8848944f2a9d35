'use client'
import { ShimmerEffect } from '@payloadcms/ui'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { StoryScene } from '@/stores/reads/storyRead'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { ConflictPanel } from './ConflictPanel'
import type { EditorHandle } from './FountainEditor'
import { MeansPanel } from './MeansPanel'
import { OfferedDraft } from './OfferedDraft'
import { SceneColumn } from './SceneColumn'
import { StoryBar } from './StoryBar'
import { useScreenplay, type Screenplay } from './useScreenplay'

const FountainEditor = dynamic(() => import('./FountainEditor').then((one) => one.FountainEditor), {
  ssr: false,
  loading: () => <ShimmerEffect height="70vh" />,
})

type Props = {
  project: string
  screenplay: Screenplay
  scenes: StoryScene[]
  language: string
  /** Why it is read-only; null: it is not. */ locked: string | null
  /** Of the run that works on it. */ run: string | null
}

/** The screenplay beside the scenes it makes. */
export const Story = ({ project, screenplay, scenes, language, locked, run }: Props) => {
  const { say } = useWords()
  const { follow } = useStudio()
  const router = useRouter()
  const form = useScreenplay(project, screenplay)
  const [editor, setEditor] = useState<EditorHandle | null>(null)
  const [here, setHere] = useState<string | null>(null)
  useEffect(() => (run === null ? undefined : follow(run, ({ event }) => event === 'run' && router.refresh())), [run, follow, router])

  const takeUp = (words: string | null) => {
    if (words !== null) editor?.replace(words)
  }
  return (
    <div className="bl-storytab">
      <StoryBar form={form} locked={locked} />
      {form.offered && locked === null && (
        <OfferedDraft
          draft={form.offered}
          rev={form.saved.rev}
          onClose={(isTaken) => {
            if (isTaken) takeUp(form.offered?.text ?? null)
            form.closeOffer(isTaken)
          }}
        />
      )}
      {form.theirs && <ConflictPanel yours={form.text} theirs={form.theirs.text} onKeep={(keep) => void form.settle(keep).then(takeUp)} />}
      {form.saving === 'told' && <MeansPanel foreseen={form.foreseen} onSave={() => void form.write()} onGoOn={form.goOn} />}
      <div className="bl-storytab__two">
        <FountainEditor
          text={screenplay.text}
          scenes={scenes}
          label={say('screenplayText')}
          language={language}
          readOnly={locked !== null || form.saving === 'writes'}
          onType={form.type}
          onScene={setHere}
          onSave={() => void form.asks()}
          onReady={setEditor}
        />
        <SceneColumn scenes={scenes} here={here} onGo={(id) => editor?.goTo(id)} />
      </div>
    </div>
  )
} // prettier-ignore
