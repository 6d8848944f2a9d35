import type { Emotion } from '@/domain/scene/vocabulary'

const spoken: [Emotion, RegExp][] = [
  ['angry', /\b(damn|hell|hate|liar|lied|shut up|get out|how dare|fool|stupid|coward|never again|enough|curse|blame|fault)\b/gi],
  ['afraid', /\b(help|afraid|scared|terrified|don'?t hurt|please no|run|monster|drown(?:ing)?|they'?re coming|hide)\b/gi],
  ['sad', /\b(gone|lost|died|dead|death|goodbye|good-bye|farewell|buried|grave|sorry|miss(?:ed)? (?:him|her|you|them)|alone|never came|too late|cry|crying|tears|widow)\b/gi],
  ['tender', /\b(love|darling|dear|dearest|my boy|my girl|sweetheart|child|thank you|thanks|hush|rest now|home|forgive|stay|kept)\b/gi],
  ['happy', /\b(wonderful|happy|glad|ha|hooray|beautiful|marvel+ous|lovely|laugh|dance|at last|welcome|good morning)\b/gi],
  ['determined', /\b(must|won'?t|i'?ll|we'?ll|promise|swear|going to|let'?s|now|have to|need to|no matter|listen|again)\b/gi],
  ['worried', /\b(late|careful|what if|storm|hurry|hope|worried|worry|wait|maybe|should(?:n'?t)?|dangerous|trouble|where is|where'?s|anybody|anyone|something'?s wrong)\b/gi],
  ['surprised', /\b(what the|impossible|my god|oh my|really|unbelievable|it can'?t be|wow|you knew|you came|how did)\b/gi],
  ['tired', /\b(tired|sleep|weary|exhausted|old bones|rest|years|so long|too old|yawn)\b/gi],
] // prettier-ignore

const shown: [Emotion, RegExp][] = [
  ['angry', /\b(angry|angrily|furious|furiously|shout(?:s|ing)?|yell(?:s|ing)?|snaps?|snapping|slams?|glar(?:es|ing)|bitter|bitterly|spits|sharp(?:ly)?|cold(?:ly)?)\b/gi],
  ['afraid', /\b(afraid|scared|terrified|trembl(?:es|ing)|shak(?:es|ing)|frightened|panick?(?:s|ed|ing)?|screams?|flees|cowers?|gasps?)\b/gi],
  ['sad', /\b(sad|sadly|weeps?|weeping|cries|crying|sobs?|sobbing|tears?|mourns?|broken|heartbroken|grief|head down)\b/gi],
  ['tender', /\b(gently|gentle|tender(?:ly)?|soft(?:ly)?|kind(?:ly)?|warm(?:ly)?|hugs?|holds (?:him|her|his hand|her hand)|strokes|kisses|quiet(?:ly)?|whisper(?:s|ing)?)\b/gi],
  ['happy', /\b(happy|happily|smil(?:es|ing)|laugh(?:s|ing)?|grin(?:s|ning)?|cheerful(?:ly)?|delighted|beam(?:s|ing)|giggles?|bright(?:ly)?)\b/gi],
  ['determined', /\b(determined|firm(?:ly)?|loud(?:er|ly)?|strides?|marches|climbs|throws|pulls|pushes|grips|steady|resolute(?:ly)?|runs)\b/gi],
  ['worried', /\b(worried|nervous(?:ly)?|anxious(?:ly)?|hesitat(?:es|ing)|paces|frown(?:s|ing)?|uneasy|listens|hurried(?:ly)?|low|unsure|searches|soaked)\b/gi],
  ['surprised', /\b(surprised|startled|shocked|stunned|freezes|stares|jumps|wide-eyed|amazed|turns suddenly)\b/gi],
  ['tired', /\b(tired|wearily|weary|exhausted|yawn(?:s|ing)?|slumps?|sighs?|sighing|limps?|old|heavily)\b/gi],
] // prettier-ignore

/** What is felt, and how strongly (0–1). */
export type Feeling = { emotion: Emotion; intensity: number }

/** A speaker's feeling: the parenthetical decides, then the words, then the marks at their end. */
export const spokenEmotion = (words: string, manner: string): Feeling => {
  const scores = new Map<Emotion, number>()
  addScores(scores, shown, { text: manner, weight: 3 })
  addScores(scores, spoken, { text: words, weight: 1 })
  if (/\?!|!\?/.test(words)) add(scores, 'surprised', 1.5)
  const shouts = words.match(/!/g)?.length ?? 0
  if (shouts > 0 && scores.size === 0) add(scores, 'determined', shouts)
  if (/(\.\.\.|…)\W*$/.test(words) && scores.size === 0) add(scores, 'worried', 0.6)
  return strongest(scores, shouts * 0.1)
}

/** The feeling an action line shows on the people it names. */
export const shownEmotion = (action: string): Feeling => {
  const scores = new Map<Emotion, number>()
  addScores(scores, shown, { text: action, weight: 1.5 })
  return strongest(scores, 0)
}

const add = (scores: Map<Emotion, number>, emotion: Emotion, weight: number): void => {
  scores.set(emotion, (scores.get(emotion) ?? 0) + weight)
}

type Weighed = { text: string; weight: number }

const addScores = (scores: Map<Emotion, number>, lists: [Emotion, RegExp][], { text, weight }: Weighed): void => {
  const plain = text.replace(/’/g, "'")
  for (const [emotion, words] of plain === '' ? [] : lists) {
    const hits = plain.match(words)?.length ?? 0
    if (hits > 0) add(scores, emotion, Math.min(3, hits) * weight)
  }
}

/** The highest score; of equal ones the first that was named. */
const strongest = (scores: Map<Emotion, number>, louder: number): Feeling => {
  let best: Feeling = { emotion: 'neutral', intensity: 0.3 }
  let most = 0
  for (const [emotion, score] of scores) {
    if (score <= most) continue
    most = score
    best = { emotion, intensity: Math.min(1, Math.round((0.4 + 0.15 * score + louder) * 100) / 100) }
  }
  return best
}
