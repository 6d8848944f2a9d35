/** When something is: “The wedding is at noon.” `same`: the hour in figures, else in small letters. */
export type HourSaid = { of: string; hour: string; same: string; quote: string }

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] // prettier-ignore
const hour = `(?:(?:half past |a quarter (?:to|past) )?(?:\\d{1,2}(?:[:.]\\d\\d)?|${numbers.slice(1).join('|')})(?: ?o['’]clock| ?[ap]\\.?m\\b\\.?)?(?: (?:in the (?:morning|afternoon|evening)|at night))?|noon|midnight|dawn|dusk|sunrise|sunset)` // prettier-ignore
const said = new RegExp(`\\b(?:the|their|his|her|our) ((?:[\\p{L}'’-]+ ){0,2}[\\p{L}'’-]+) (?:is|are|was|begins?|starts?|opens?|closes?|leaves?|arrives?|ends?|takes place|happens|goes off|strikes) (?:today |tomorrow |always )?at (${hour})(?![\\p{L}\\d])`, 'giu') // prettier-ignore

/** What a text says of when things are, in its own words. */
export const hoursIn = (text: string): HourSaid[] =>
  Array.from(text.matchAll(said), ([quote, of = '', at = '']) => ({ of, hour: at, same: figures(at), quote }))

const figures = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\b[a-z]+\b/g, (word) => (numbers.includes(word) ? String(numbers.indexOf(word)) : word))
    .replace(/[.'’]| ?o ?clock/g, '')
    .replace(/^noon$/, '12')
    .trim()
