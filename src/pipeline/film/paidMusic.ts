import type { CatalogueModel } from '@/domain/catalogue/model'
import type { Asset } from '@/domain/generation/generationKey'
import { musicPrompt } from '@/domain/sound/musicPrompt'
import { musicSeconds, type MusicCue } from '@/domain/sound/musicToMake'
import { playTrack } from '@/domain/sound/ownMusic'
import type { SoundCue } from '@/providers/spec/filmTools'
import type { StepContext } from '../defineStep'
import { paidSound } from '../paidSound'
import { conformSound } from '../takeOwnSound'
import { samplesOf } from './ownCues'

/** Music by a paid model on the timeline: every cue is asked for at once, then played like a track of a person's own. */
export const paidMusic = async (
  context: StepContext,
  { model, cues }: { model: CatalogueModel; cues: readonly MusicCue[] },
): Promise<SoundCue[]> => {
  const made = await Promise.all(cues.map((cue) => asked(context, model, cue)))
  const played: SoundCue[] = []
  for (const [i, cue] of cues.entries()) {
    const given = made[i]
    if (given) played.push(...(await playedAs(context, cue, given)))
  }
  return played
}

const asked = (context: StepContext, model: CatalogueModel, cue: MusicCue): Promise<Asset> => {
  const { mood } = cue.request
  const wish = { kind: 'music', prompt: musicPrompt(mood), seconds: musicSeconds(cue) } as const
  return paidSound(context, { model, wish, what: `Music: ${mood}` })
}

/** It comes in and leaves as composed music does; what is too short begins again. */
const playedAs = async (context: StepContext, cue: MusicCue, given: Asset): Promise<SoundCue[]> => {
  const says = `Music: ${cue.request.mood}`
  const taken = await conformSound(context, { given, kind: 'music', fitS: musicSeconds(cue), says })
  if (taken.silent) return []
  const file = context.stores.assets.pathOf(taken.asset.name)
  const plays = playTrack({ track: taken.asset.name, startS: cue.startS, endS: cue.endS }, taken.durationS)
  return plays.map(({ startS, endS, fadeInS, fadeOutS }, i) => ({
    stem: 'music',
    file,
    ...samplesOf(startS, endS),
    gainDb: cue.gainDb,
    fadeInS: i === 0 ? cue.fadeInS : fadeInS,
    fadeOutS: i === plays.length - 1 ? cue.fadeOutS : fadeOutS,
    loop: false,
  }))
}
