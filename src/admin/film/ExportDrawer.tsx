'use client'
import { Button, Drawer } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { handoffFormats } from '@/domain/handoff/handoffWish'
import { links } from '../shell/links'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'

export const exportSlug = 'bl-export'
const names = {
  otio: 'OTIO',
  edl: 'EDL (CMX3600)',
  fcpxml: 'FCPXML',
  fcp7: 'Final Cut 7 XML',
  fdx: 'Final Draft',
} as const
const extras = ['clips', 'stems', 'zip'] as const
type Wanted = (typeof handoffFormats)[number] | (typeof extras)[number]
type Props = { project: string; onStarted: () => void }

/** Which files for editing programs are written; it costs nothing and goes on beside whatever runs. */
export const ExportDrawer = ({ project, onStarted }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  const router = useRouter()
  const [wanted, setWanted] = useState<ReadonlySet<Wanted>>(new Set(['otio', 'zip']))
  const labels = { ...names, clips: say('withClips'), stems: say('withStems'), zip: say('asZip') }
  const change = (one: Wanted) => setWanted((before) => new Set(before.has(one) ? [...before].filter((other) => other !== one) : [...before, one]))
  const formats = handoffFormats.filter((one) => wanted.has(one))
  const write = async () => {
    const [clips, stems, zip] = extras.map((one) => wanted.has(one))
    const told = (await send(`/projects/${project}/exports`, { formats, clips, stems, zip })) as { runId?: string } | null
    if (!told?.runId) return
    onStarted()
    router.push(links.run(told.runId))
  }
  return (
    <Drawer slug={exportSlug} title={say('exportTitle')}>
      <div className="bl-share">
        {([...handoffFormats, ...extras] as const).map((one) => (
          <label key={one}>
            <input type="checkbox" checked={wanted.has(one)} onChange={() => change(one)} /> {labels[one]}
          </label>
        ))}
        <Button buttonStyle="primary" size="medium" margin={false} disabled={formats.length === 0 && !wanted.has('clips') && !wanted.has('stems')} onClick={() => void write()}>
          {say('makeExport')}
        </Button>
      </div>
    </Drawer>
  )
} // prettier-ignore
