const en = {
  comments: 'Comments',
  none: 'Nobody said anything yet.',
  name: 'Your name',
  text: 'Comment',
  send: 'Comment at {at}',
  reply: 'Answer',
  cancel: 'Cancel',
  done: 'Done ({by})',
  until: 'Open until {day}',
  watchOnly: 'You may watch and read.',
  play: 'Play or pause',
  back: 'One frame back',
  on: 'One frame on',
  scenes: 'Scenes',
  dialogue: 'Lines',
  approve: 'Approve this scene',
  changes: 'Request changes…',
  note: 'What must change in {scene}?',
  ask: 'Request changes',
  saidYes: '{scene} is approved.',
  saidNo: 'Your request is sent.',
  offline: 'The studio does not answer. Your words are still here; try again.',
  keys: 'Space plays, , and . step by a frame, m writes here.',
  earlier: 'of an earlier cut',
}
type Words = Record<keyof typeof en, string>
const de: Words = {
  comments: 'Kommentare',
  none: 'Noch hat niemand etwas gesagt.',
  name: 'Dein Name',
  text: 'Kommentar',
  send: 'Bei {at} kommentieren',
  reply: 'Antworten',
  cancel: 'Abbrechen',
  done: 'Erledigt ({by})',
  until: 'Offen bis {day}',
  watchOnly: 'Du kannst zusehen und lesen.',
  play: 'Abspielen oder anhalten',
  back: 'Ein Bild zurück',
  on: 'Ein Bild weiter',
  scenes: 'Szenen',
  dialogue: 'Sätze',
  approve: 'Diese Szene freigeben',
  changes: 'Änderungen verlangen…',
  note: 'Was muss sich an {scene} ändern?',
  ask: 'Änderungen verlangen',
  saidYes: '{scene} ist freigegeben.',
  saidNo: 'Deine Bitte ist abgeschickt.',
  offline: 'Das Studio antwortet nicht. Deine Worte stehen noch hier; versuche es noch einmal.',
  keys: 'Leertaste spielt ab, , und . gehen ein Bild weiter, m schreibt hier.',
  earlier: 'aus einem früheren Schnitt',
}

const words: Words = navigator.language.startsWith('de') ? de : en
document.documentElement.lang = words === de ? 'de' : 'en'

/** A sentence in the language of the browser; `{name}` stands for a value. */
export const say = (key: keyof Words, values: Record<string, string> = {}): string =>
  words[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
