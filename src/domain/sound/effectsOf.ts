import type { SceneDraft } from '@/domain/scene/sceneDraft'

export const effectNames = [
  'footsteps', 'running', 'door', 'thunder', 'clock', 'radio', 'phone', 'splash', 'knock', 'engine', 'bell', 'glass', 'gunshot', 'horn',
  'siren', 'dog', 'gull', 'match', 'paper', 'wave', 'gust', 'thud',
] as const // prettier-ignore
export type EffectName = (typeof effectNames)[number]
export type EffectCue = { name: EffectName; atS: number; description: string }

const vehicle =
  'car|truck|van|bus|taxi|motorbike|motorcycle|tractor|boat|ferry|ship|train|tram|engine|motor|plane|helicopter'
const moves =
  'starts?|drives?|pulls?|arrives?|roars?|speeds?|approach(?:es)?|passes|revs?|idles?|hums?|turns?|accelerates?|rumbles?|brakes?|skids?|takes off|departs?|sputters?|coughs?'
const verbs: readonly [EffectName, string][] = [
  ['gunshot', 'gunshots?|shots? (?:rings?|is fired|are fired)|(?:fires|shoots)(?: (?:a|the|his|her) (?:gun|pistol|rifle|shot))?|gunfire'],
  ['thunder', 'thunder\\w*|lightning'],
  ['knock', 'knock(?:s|ing)?|raps? (?:on|at)|pounds? on the door'],
  ['bell', '(?:door)?bells? (?:rings?|tolls?|chimes?|sounds?)|(?:rings?|tolls?|chimes?) (?:a|the) (?:door)?bell|bell'],
  ['phone', '(?:phone|telephone|mobile|cell) (?:rings?|buzzes|vibrates)|ringing (?:phone|telephone)|ringtone'],
  ['door', '(?:doors?|gates?|hatch) (?:opens?|closes?|slams?|shuts?|bangs?|creaks?|swings?)|(?:opens?|closes?|slams?|shuts?|pushes open|unlocks?) (?:the|a|his|her|their) (?:\\w+ )?(?:doors?|gates?|hatch)'],
  ['glass', '(?:glass|window|bottle|mirror|vase|plate|cup)(?:es|s)? (?:breaks?|shatters?|smashes|crashes)|(?:breaks?|shatters?|smashes|drops) (?:the|a|his|her) (?:\\w+ )?(?:glass|window|bottle|mirror|vase|plate|cup)|clinks?'],
  ['siren', 'sirens?'],
  ['horn', '(?:fog)?horn|honks?|whistle (?:blows|sounds)'],
  ['engine', `(?:${vehicle})s? (?:${moves})|(?:starts?|revs?|drives?) (?:the|a|his|her) (?:${vehicle})`],
  ['dog', 'dogs? barks?|barks?|barking'],
  ['gull', '(?:sea)?gulls?'],
  ['splash', 'splash\\w*|dives? into|plunges?|wades?|(?:walks?|steps?|runs?|jumps?|falls?) into the (?:\\w+ )?(?:water|sea|river|lake|pool)'],
  ['wave', 'waves? (?:breaks?|crash(?:es)?|rolls?)|surf'],
  ['gust', 'gusts?|wind (?:howls|rises|tears|picks up|slams|rattles)'],
  ['match', '(?:strikes?|lights?|relights?) (?:a|the|his|her) (?:\\w+ )?(?:match|lantern|candle|lamp|cigarette|lighter|fire)|lights the lantern'],
  ['paper', '(?:folds?|unfolds?|opens?|tears?|crumples?|turns?|writes?|signs?) (?:the|a|his|her) (?:\\w+ )?(?:letter|paper|newspaper|page|map|note|book|envelope)'],
  ['thud', 'thuds?|collapses?|falls? to the (?:floor|ground)|slams? (?:it|his fist|her fist|down)'],
  ['clock', 'clocks?(?: ticks?)?|ticking'],
  ['radio', 'radio'],
  ['running', '(?<!(?:rain|water|tears?|blood|sweat|clock|film|road|path|nose|river|time|ink|paint|wall|line) )(?:runs?|running)(?! (?:out|dry|low|his|her|a|the|into trouble)\\b)|sprints?|dashes|races|chases?|flees?'],
  ['footsteps', 'walks?|walking|steps|footsteps|climbs?|marches|paces|strides?|limps?|hurries|crosses'],
] // prettier-ignore
const rules = verbs.map(([name, words]) => ({ name, says: new RegExp(`\\b(?:${words})\\b`, 'gi') }))

/** What does not happen makes no sound. */
const denied = /(?:\b(?:not|no|never|without|nobody|stops?|silent|unheard)\b|n['’]t)[^.!?]{0,14}$/i
const mostEffects = 4
/** Two sounds of one scene begin at least this far apart, seconds. */
const apartS = 0.4
/** What a scene keeps for the end of its last sound, seconds. */
const tailS = 1.5

/**
 * Sounds the action names, at the place in the scene where the sentence stands: each name once, at most four, in order.
 * A longer match wins over a shorter one at the same place ("walks into the water" is a splash, no step).
 */
export const effectsOf = ({ action, durationS }: Pick<SceneDraft, 'action' | 'durationS'>): EffectCue[] => {
  const taken: { from: number; to: number }[] = []
  const found = rules.flatMap(({ name, says }) => {
    const match = [...action.matchAll(says)].find(
      ({ index, 0: words }) =>
        !denied.test(action.slice(0, index)) &&
        !taken.some(({ from, to }) => index < to && from < index + words.length),
    )
    if (!match) return []
    taken.push({ from: match.index, to: match.index + match[0].length })
    return [{ name, at: match.index, description: match[0] }]
  })
  const roomS = Math.max(0, durationS - tailS)
  let lastS = -apartS
  return found
    .sort((a, b) => a.at - b.at)
    .slice(0, mostEffects)
    .map(({ name, at, description }) => {
      const wishS = (at / Math.max(1, action.length)) * roomS
      lastS = Math.max(wishS, lastS + apartS)
      return { name, atS: Math.round(Math.min(lastS, Math.max(0, durationS - 0.3)) * 100) / 100, description }
    })
}
