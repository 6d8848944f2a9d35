import type { ToolAbilities } from './probeTool'

/** One filter or encoder: whether every film needs it, and what is lost without it. */
export type MediaAbility = { kind: 'filter' | 'encoder'; name: string; needed: boolean; costs: string }

const needed = (kind: MediaAbility['kind'], names: string): MediaAbility[] =>
  names.split(' ').map((name) => ({ kind, name, needed: true, costs: 'no film can be made' }))

const better = (kind: MediaAbility['kind'], name: string, costs: string): MediaAbility => ({
  kind,
  name,
  needed: false,
  costs,
})

/** What Backlot asks of ffmpeg, needed first. */
export const mediaAbilities: readonly MediaAbility[] = [
  ...needed('encoder', 'libx264 aac pcm_s16le pcm_s24le'),
  ...needed('filter', 'scale pad crop fps format setsar trim atrim concat overlay fade afade aresample adelay amix'),
  ...needed('filter', 'volume alimiter sidechaincompress loudnorm ebur128 blackdetect freezedetect'),
  better('filter', 'xfade', 'dissolves are blended frame by frame, which is slower'),
  better('filter', 'zoompan', 'stills move by scaling and cropping instead'),
  better('filter', 'libvmaf', 'pictures are compared by SSIM'),
  better('filter', 'ssim', 'encoded pictures are not compared with their source'),
  better('filter', 'scdet', 'cuts inside a received clip are not found'),
  better('encoder', 'prores_ks', 'no ProRes hand-off'),
  better('encoder', 'dnxhd', 'no DNxHR hand-off'),
  better('encoder', 'libopus', 'no Opus sound in WebM previews'),
  better('encoder', 'libx265', 'no HEVC export'),
  better('filter', 'drawtext', 'no loss, text is drawn with sharp'),
  better('filter', 'subtitles', 'no loss, burnt-in text is drawn with sharp'),
]

export const lacksOf = ({ filters, encoders }: Pick<ToolAbilities, 'filters' | 'encoders'>): MediaAbility[] =>
  mediaAbilities.filter(({ kind, name }) => !(kind === 'filter' ? filters : encoders).has(name))
