import { readFileSync } from 'node:fs'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { daysOfScenes } from '@/domain/story/time/daysOfScenes'
import { storyDays } from '@/domain/story/time/storyDays'
import { parseFountain } from '@/domain/screenplay/fountain'

/** The scenes of a screenplay's text, the text, and the story day of every scene. */
export const scenesOfText = (text: string): { text: string; scenes: SceneDraft[]; days: number[] } => {
  const screenplay = parseFountain(text)
  const { scenes } = breakIntoScenes(screenplay, { fps: 24 })
  return { text, scenes, days: daysOfScenes(scenes, storyDays(screenplay.elements)) }
}

/** The scenes of a screenplay of tests/screenplays. */
export const scenesOfFile = (name: string) => scenesOfText(readFileSync(`tests/screenplays/${name}`, 'utf8'))

/** A feature of about 120 pages: many headings in few places, people who dress, carry things and break them. */
export const longScreenplay = (): string =>
  Array.from({ length: 240 }, (_, i) => {
    const place = ['INT. KITCHEN', 'EXT. HARBOUR', 'INT. CAR', 'EXT. FOREST', 'INT. HOSPITAL WARD'][i % 5] ?? ''
    const time = ['MORNING', 'DAY', 'EVENING', 'NIGHT'][Math.floor(i / 5) % 4] ?? ''
    return `${place} - ${time}

Rain falls. MARA in a red coat lights the lantern beside the table. Tom breaks the cup and looks at the window.

MARA
Where have you been all this time? I waited until the last boat had gone and nobody came.

TOM
(quietly)
I was lost. I could not find the road, and then the storm came over the hill and I stayed where I was.

She puts the letter into the box. Tom takes off his hat, soaked, and sits down on the bench.

MARA
You always say that.

Tom opens the letter, reads it and tears it. The lantern goes out. They run to the door.
`
  }).join('\n')
