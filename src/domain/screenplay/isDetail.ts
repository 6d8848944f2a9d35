import { propIn } from '@/domain/prop/propNouns'

const opening = /^\W*(the|an?|one|two|his|her|their|in|on|under|beside|close on|insert|only|just)\b/i
/** A thing that is named later than this in a sentence is not what the sentence is about. Characters. */
const subjectWithin = 28

/** True for an action sentence whose subject is a thing: "The lantern flickers.", "In her palm, one key." */
export const isDetail = (sentence: string): boolean => {
  if (!opening.test(sentence)) return false
  const [prop] = propIn(sentence.slice(0, subjectWithin + 16))
  return prop !== undefined && sentence.indexOf(prop.word) <= subjectWithin
}
