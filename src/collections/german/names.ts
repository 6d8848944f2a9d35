type Both = { en: string; de: string }
type Names = { singular: Both; plural: Both }

const named = ([one, einer]: [string, string], [many, viele]: [string, string]): Names => ({
  singular: { en: one, de: einer },
  plural: { en: many, de: viele },
})

/** What documents are called, one and many, by their collection. */
export const collectionNames: Readonly<Record<string, Names>> = {
  projects: named(['Project', 'Projekt'], ['Projects', 'Projekte']),
  scenes: named(['Scene', 'Szene'], ['Scenes', 'Szenen']),
  'scene-states': named(['Scene state', 'Szenenstand'], ['Scene states', 'Szenenstände']),
  runs: named(['Run', 'Lauf'], ['Runs', 'Läufe']),
  generations: named(['Generation', 'Aufruf eines Modells'], ['Generations', 'Aufrufe von Modellen']),
  comments: named(['Comment', 'Kommentar'], ['Comments', 'Kommentare']),
  approvals: named(['Approval', 'Freigabe'], ['Approvals', 'Freigaben']),
  'share-links': named(['Share link', 'Freigabelink'], ['Share links', 'Freigabelinks']),
  screenplays: named(['Screenplay', 'Drehbuch'], ['Screenplays', 'Drehbücher']),
  characters: named(['Character', 'Figur'], ['Characters', 'Figuren']),
  locations: named(['Location', 'Schauplatz'], ['Locations', 'Schauplätze']),
  props: named(['Prop', 'Requisit'], ['Props', 'Requisiten']),
  'story-bible': named(['Story bible', 'Story-Bibel'], ['Story bibles', 'Story-Bibeln']),
  'style-guides': named(['Style guide', 'Stilführer'], ['Style guides', 'Stilführer']),
  prompts: named(['Prompt template', 'Prompt-Vorlage'], ['Prompt templates', 'Prompt-Vorlagen']),
  models: named(['Model', 'Modell'], ['Models', 'Modelle']),
  media: named(['File', 'Datei'], ['Media', 'Dateien']),
  alerts: named(['Alert', 'Meldung'], ['Alerts', 'Meldungen']),
  notifications: named(['Notification', 'Mitteilung'], ['Notifications', 'Mitteilungen']),
  'agent-messages': named(['Agent message', 'Nachricht der Abteilungen'], ['Agent messages', 'Nachrichten der Abteilungen']),
  users: named(['User', 'Person'], ['Users', 'Leute']),
} // prettier-ignore
