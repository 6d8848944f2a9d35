import type { Pose } from '@/domain/scene/vocabulary'

const telephone = '(?:tele)?phone|receiver|handset|mobile|smartphone|cell(?: ?phone)?'
const ground = 'ground|floor|grass|sand|pavement|kerb|curb|rocks?|carpet|rug|snow|deck|pier|stones?|beach|roof'
const bed = `${ground}|bed|sofa|couch|bunk|cot|stretcher|mattress|straw`
const room = '(?:room|house|kitchen|building|office|bar|shop|church|station|cabin|carriage|stage|hall|scene|court|cell)'
const inward = '(?:walks|comes|runs|steps|rushes|hurries|bursts|strides|slips|storms|staggers|limps|strolls|wanders|climbs|sneaks)' // prettier-ignore

/** What an action line does with a body, by its verbs. English, whole words, present tense and -ing forms. */
export const bodyWords = {
  sitsOnGround: new RegExp(
    `\\b(?:sits?|sitting|sat|slumps?)\\b[^.!?]*\\bon the (?:${ground})\\b|\\bcross-legged\\b`,
    'i',
  ),
  sits: /\b(?:sits|sitting|seated|sat|slumps|slumped|perches|perched|takes a seat|sinks into (?:a|the|his|her) (?:chair|armchair|seat|sofa))\b/i,
  kneels:
    /\b(?:kneels?|kneeling|knelt|crouch(?:es|ing|ed)?|squats?|squatting|drops to (?:one|his|her|their) knees?|on (?:one|his|her|their) knees?)\b/i,
  lies: new RegExp(
    `\\b(?:(?:lies|lying) (?:down|asleep|still|dead|awake|unconscious|on (?:the|a|his|her) (?:${bed}|back))|lies in bed|sleeps|sleeping|asleep on|faints)\\b`,
    'i',
  ),
  stands:
    /\b(?:stands|standing|rises|rising|gets (?:up|to (?:his|her|their) feet)|jumps (?:up|to (?:his|her|their) feet)|stood)\b/i,
  waves:
    /(?<!\b(?:the|of|high|dark|big|some|through|radio|sound) )\b(?:waves|waving)\b(?! (?:break|crash|roll|lap|beat|of)\b)/i,
  reaches:
    /\b(?:reach(?:es|ing) (?:out|for|toward|towards|across|over|down|up)|stretches out|holds out|extends (?:a|his|her|their) hand)\b/i,
  embraces:
    /\b(?:hugs?|hugging|embraces?|embracing|(?:holds|hold) (?:him|her|them|each other) (?:close|tight|tightly)|(?:takes|pulls) \S+ (?:in|into) (?:his|her|their) arms)\b/i,
  calls: new RegExp(
    `\\b(?:on|into|answers|picks up|lifts|dials|grabs|holds) (?:the|a|an|his|her|their) (?:\\w+ )?(?:${telephone})\\b(?! (?:booth|box|line|number|table)s?\\b)|\\b(?:(?:tele)?phones (?:him|her|them|the|\\p{Lu}\\p{L}+)|on the line|into (?:phone|telephone|receiver|mobile|cell)|on (?:phone|telephone|cell|mobile))\\b`,
    'iu',
  ),
  hangsUp: new RegExp(`\\b(?:hangs? up|ends the call|(?:puts|lays|sets|slams) (?:down )?(?:the|his|her) (?:${telephone})|lowers (?:the|his|her) (?:${telephone})|(?:tele)?phone goes dead)\\b`, 'i'), // prettier-ignore
  mobile: /\b(?:mobiles?|smartphones?|cell(?: ?phone)?|cellphones?|iphones?)\b/i,
  comesIn: new RegExp(
    `\\b(?:enters|entering|${inward} (?:in|inside|through the door(?:way)?|into (?:the|a) ${room})(?=\\s*(?:[.,;:!?]|$|(?:from|with|through|and|carrying|holding|out of|wearing)\\b))|appears (?:in|at) the door(?:way)?|arrives)\\b`,
    'i',
  ),
  goesOut: new RegExp(
    `\\b(?:exits?|exiting|(?:walks|goes|runs|storms|hurries|rushes|strides|slips|staggers|limps|wanders|sneaks|bolts) (?:out|off|away)|leaves(?=\\s*(?:[.,;:!?]|$|(?:by|through|with|without|quickly|slowly|together|in|silently|alone|and|again)\\b|the ${room}\\b)))`,
    'i',
  ),
} as const

/** How somebody rests after this sentence: a pose, `stand` when they get up or go, null when it says nothing of it. */
export const restIn = (text: string): Pose | null => {
  if (bodyWords.lies.test(text)) return 'lie'
  if (bodyWords.sitsOnGround.test(text)) return 'sit_ground'
  if (bodyWords.kneels.test(text)) return 'kneel'
  if (bodyWords.sits.test(text)) return 'sit'
  return bodyWords.stands.test(text) ? 'stand' : null
}

/** Whether somebody comes into the picture or goes out of it in this sentence; null when neither. */
export const crossingIn = (text: string): 'enters' | 'leaves' | null =>
  bodyWords.comesIn.test(text) ? 'enters' : bodyWords.goesOut.test(text) ? 'leaves' : null
