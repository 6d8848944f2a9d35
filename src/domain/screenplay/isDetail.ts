import { propIn } from '@/domain/prop/propNouns'

/** True for an action sentence whose subject is a thing: "The lantern flickers.", "In her palm, one key." */
export const isDetail = (sentence: string): boolean => {
  const [prop] = propIn(sentence)
  if (!prop || /^\W*(he|she|they|we|i|you)\b/i.test(sentence)) return false
  return (
    sentence.indexOf(prop.word) <= 28 &&
    /^\W*(the|an?|one|two|his|her|their|in|on|under|beside|close on|insert|only|just)\b/i.test(sentence)
  )
}
