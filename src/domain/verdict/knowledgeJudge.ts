/** One claim of a picture held against the bible. */
export type KnowledgeAnswer = { id: string; answer: 'yes' | 'no' | 'unknown'; evidence: string }

type Claims = {
  people: readonly string[]
  place: string
  timeOfDay: string
  /** What the bible knows: names of the cast, places with their times in this part of the story. */
  bible: { cast: readonly string[]; places: readonly string[] }
  /** The scene before, when it plays under the same heading. */
  before: { location: string; timeOfDay: string; weather: string } | null
  weather: string
}

/** Does the scene contradict the bible or the scene before it? Every claim is answered with what it was held against. */
export const knowledgeJudge = ({ people, place, timeOfDay, weather, bible, before }: Claims): KnowledgeAnswer[] => {
  const known = new Set(bible.cast)
  const strangers = people.filter((name) => !known.has(name))
  const answers: KnowledgeAnswer[] = [
    {
      id: 'knowledge:cast',
      answer: strangers.length === 0 ? 'yes' : 'no',
      evidence:
        strangers.length === 0
          ? 'Everybody in the picture is in the bible.'
          : `Not in the bible: ${strangers.join(', ')}.`,
    },
    {
      id: 'knowledge:place',
      answer: place === '' || bible.places.includes(place) ? 'yes' : 'no',
      evidence: bible.places.includes(place)
        ? `${place} is a place of the bible.`
        : place === ''
          ? 'The scene names no place.'
          : `${place} is not in the bible.`,
    },
  ]
  if (before?.location === place) {
    const same = before.timeOfDay === timeOfDay && before.weather === weather
    const now = `${timeOfDay}, ${weather}`
    answers.push({
      id: 'knowledge:time',
      answer: same ? 'yes' : 'no',
      evidence: same
        ? `Still ${now}, as in the scene before.`
        : `The scene before has ${before.timeOfDay}, ${before.weather}; this one ${now}.`,
    })
  }
  return answers
}
