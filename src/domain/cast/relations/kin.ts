type Gender = 'woman' | 'man' | 'unknown'

const spoken: Readonly<Record<string, string>> = {
  mum: 'mother', mom: 'mother', mama: 'mother', mommy: 'mother', mummy: 'mother', dad: 'father', daddy: 'father', papa: 'father', pop: 'father',
  grandma: 'grandmother', granny: 'grandmother', nana: 'grandmother', grandpa: 'grandfather', granddad: 'grandfather', auntie: 'aunt', sis: 'sister', bro: 'brother',
  'best friend': 'friend', 'old friend': 'friend', fiancee: 'fiancée', neighbor: 'neighbour',
} // prettier-ignore
const plain =
  'mother father brother sister son daughter wife husband fiancé fiancée grandmother grandfather granddaughter grandson aunt uncle niece nephew cousin twin boss friend girlfriend boyfriend partner colleague neighbour assistant employer teacher student lawyer doctor lover stepmother stepfather'.split(
    ' ',
  )

/** Every word of relation, as part of a regular expression. */
export const kinPattern = [...Object.keys(spoken), ...plain].sort((a, b) => b.length - a.length).join('|')
/** What people are called to their faces. */
export const calledPattern = 'mother|mum|mom|mama|mommy|mummy|father|dad|daddy|papa|grandma|grandpa|granny|granddad|nana|uncle|auntie|boss|sis|bro|son' // prettier-ignore
export const kinOf = (word: string): string => spoken[word.toLowerCase()] ?? word.toLowerCase()

const back: Readonly<Record<string, readonly [woman: string, man: string, unknown: string]>> = {
  mother: ['daughter', 'son', 'child'], father: ['daughter', 'son', 'child'], stepmother: ['stepdaughter', 'stepson', 'stepchild'],
  stepfather: ['stepdaughter', 'stepson', 'stepchild'], son: ['mother', 'father', 'parent'], daughter: ['mother', 'father', 'parent'],
  brother: ['sister', 'brother', 'sibling'], sister: ['sister', 'brother', 'sibling'], wife: ['wife', 'husband', 'spouse'], husband: ['wife', 'husband', 'spouse'],
  grandmother: ['granddaughter', 'grandson', 'grandchild'], grandfather: ['granddaughter', 'grandson', 'grandchild'], granddaughter: ['grandmother', 'grandfather', 'grandparent'],
  grandson: ['grandmother', 'grandfather', 'grandparent'], aunt: ['niece', 'nephew', 'niece or nephew'], uncle: ['niece', 'nephew', 'niece or nephew'],
  niece: ['aunt', 'uncle', 'aunt or uncle'], nephew: ['aunt', 'uncle', 'aunt or uncle'], boss: ['employee', 'employee', 'employee'], employer: ['employee', 'employee', 'employee'],
  assistant: ['boss', 'boss', 'boss'], teacher: ['student', 'student', 'student'], student: ['teacher', 'teacher', 'teacher'], lawyer: ['client', 'client', 'client'],
  doctor: ['patient', 'patient', 'patient'], girlfriend: ['girlfriend', 'boyfriend', 'partner'], boyfriend: ['girlfriend', 'boyfriend', 'partner'],
  fiancé: ['fiancée', 'fiancé', 'betrothed'], fiancée: ['fiancée', 'fiancé', 'betrothed'],
} // prettier-ignore

/** What I am to my mother: the word for the other way, by what I am. Equal relations (friend, cousin) are their own. */
export const kinBack = (kind: string, gender: Gender): string => {
  const words = back[kind]
  return words ? words[gender === 'woman' ? 0 : gender === 'man' ? 1 : 2] : kind
}
