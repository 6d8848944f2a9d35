import type { Endpoint } from 'payload'
import { docs, docsScript } from './about/docs'
import { example } from './about/example'
import { health, ready } from './about/health'
import { metrics } from './about/metrics'
import { openapi } from './about/openapi'
import { listExports, startExport } from './film/exports'
import { timeline } from './film/timeline'
import { addGather } from './gather/addGather'
import { changeEntry, deleteEntry } from './gather/changeEntry'
import { findings } from './gather/findings'
import { listGather } from './gather/listGather'
import { followStudio } from './events/followStudio'
import { readiness } from './gather/readiness'
import { listKeys, putKey } from './keys/keys'
import { testKey } from './keys/testKey'
import { mediaUses } from './media/mediaUses'
import { offers } from './models/offers'
import { allCosts } from './money/allCosts'
import { costs, costsCsv } from './money/costs'
import { estimate } from './money/estimate'
import { openCalls } from './money/openCalls'
import { quotes } from './money/quotes'
import { reconcileNow } from './money/reconcile'
import { dismissAlert, takeProposal } from './living/alerts'
import { foreseeEdit } from './living/foreseeEdit'
import { fillPrompt } from './living/fillPrompt'
import { generateScene } from './living/generateScene'
import { keepReferences, keepScene } from './living/keep'
import { staleNow } from './living/staleNow'
import { estimateOneOff, makeOneOff } from './oneOffs/oneOffs'
import { first, join, welcome } from './people/join'
import { invite, removePerson, resetPassword } from './people/people'
import { showAct } from './projects/acts'
import { lifeEndpoints } from './projects/lifeEndpoints'
import { assemble, generate } from './press/make'
import { cancelQualify, continueQualify, holdQualify, qualify } from './press/qualify'
import { reopenGather } from './press/reopenGather'
import { showCountdown } from './press/showCountdown'
import { addApproval, listApprovals, settleApproval } from './review/approvals'
import { editComment, removeComment, reopenComment, resolveComment } from './review/changeComment'
import { addComment, listComments } from './review/comments'
import { listPeople } from './review/peopleOf'
import { listFilmFiles, sendFilmFile } from './review/filmFiles'
import { waveform } from './review/waveform'
import { shareEndpoints } from './review/share/shareDesk'
import { listShares, makeShare, revokeShare } from './review/share/shares'
import { followRun } from './runs/followRun'
import { showRun, steerRun } from './runs/runs'
import { board } from './scenes/board'
import { estimateChosen } from './scenes/estimateChosen'
import { order } from './scenes/order'
import { approve, overrule, reject, takeUsed } from './scenes/decide'
import { merge, split } from './scenes/splitMerge'
import { listPrompts } from './takes/prompts'
import { listTakes, takeFile } from './takes/takes'
import { takeTold } from './takes/takeTold'
import { writeWords } from './takes/words'
import { undoCut } from './scenes/undoCut'
import { decide } from './generations/decide'
import { steerCall } from './generations/steerCall'
import { activity } from './tidings/activity'
import { readNotices } from './tidings/readNotices'
import { webhooks } from './webhooks/webhooks'

// Payload writes into the lists it is given: hand it copies
/** Below /api/projects. */
export const projectEndpoints: Endpoint[] = [
  addGather,
  listGather,
  findings,
  changeEntry,
  deleteEntry,
  reopenGather,
  readiness,
  holdQualify,
  continueQualify,
  cancelQualify,
  showCountdown,
  qualify,
  generate,
  assemble,
  estimate,
  costs,
  costsCsv,
  quotes,
  reconcileNow,
  listKeys,
  putKey,
  testKey,
  offers,
  board,
  estimateChosen,
  ...[estimateOneOff, makeOneOff],
  order,
  timeline,
  startExport,
  listExports,
  staleNow,
  ...[listPeople, listComments, addComment],
  foreseeEdit,
  ...[listPeople, listComments, addComment, listApprovals, addApproval],
  ...[makeShare, listShares, waveform, listFilmFiles, sendFilmFile],
  ...lifeEndpoints,
]

/** Below every collection people edit. */
export const editedEndpoints: Endpoint[] = [activity]
const editedCollections = ['projects', 'scenes', 'characters', 'locations', 'props', 'story-bible', 'style-guides', 'prompts', 'screenplays', 'models', 'media'] // prettier-ignore

/** Below /api/notifications. */
export const notificationEndpoints: Endpoint[] = [readNotices]

/** Below /api/alerts. */
export const alertEndpoints: Endpoint[] = [dismissAlert, takeProposal]

/** Below /api/prompts. */
export const promptEndpoints: Endpoint[] = [fillPrompt]

/** Below /api/scenes. */
export const sceneEndpoints: Endpoint[] = [
  ...[keepScene, generateScene, split, merge, undoCut],
  ...[approve, reject, overrule, takeUsed],
  ...[listTakes, takeFile, takeTold, listPrompts, writeWords],
]

/** Below these collections. */
export const characterEndpoints: Endpoint[] = [keepReferences('characters')]
export const locationEndpoints: Endpoint[] = [keepReferences('locations')]
export const propEndpoints: Endpoint[] = [keepReferences('props')]

/** Below /api/media. */
export const mediaEndpoints: Endpoint[] = [mediaUses]

/** Below /api/runs. */
export const runEndpoints: Endpoint[] = [followRun, ...steerRun, showRun]

/** Below /api/generations. */
export const generationEndpoints: Endpoint[] = [openCalls, decide, ...steerCall]

/** Below /api/comments. */
export const commentEndpoints: Endpoint[] = [editComment, removeComment, resolveComment, reopenComment]

/** Below /api/approvals. */
export const approvalEndpoints: Endpoint[] = [settleApproval]

/** Below /api/share-links. */
export const shareLinkEndpoints: Endpoint[] = [revokeShare]

/** Below /api. */
export const studioEndpoints: Endpoint[] = [
  health,
  ready,
  metrics,
  followStudio,
  allCosts,
  welcome,
  first,
  join,
  invite,
  resetPassword,
  removePerson,
  showAct,
  ...webhooks,
  docs,
  docsScript,
  example,
  openapi(() => [
    { below: '/api', endpoints: studioEndpoints },
    { below: '/api/projects', endpoints: projectEndpoints },
    { below: '/api/scenes', endpoints: sceneEndpoints },
    { below: '/api/characters', endpoints: characterEndpoints },
    { below: '/api/locations', endpoints: locationEndpoints },
    { below: '/api/props', endpoints: propEndpoints },
    { below: '/api/media', endpoints: mediaEndpoints },
    { below: '/api/runs', endpoints: runEndpoints },
    { below: '/api/alerts', endpoints: alertEndpoints },
    { below: '/api/prompts', endpoints: promptEndpoints },
    { below: '/api/generations', endpoints: generationEndpoints },
    { below: '/api/comments', endpoints: commentEndpoints },
    { below: '/api/approvals', endpoints: approvalEndpoints },
    { below: '/api/share-links', endpoints: shareLinkEndpoints },
    { below: '/api/notifications', endpoints: notificationEndpoints },
    ...editedCollections.map((slug) => ({ below: `/api/${slug}`, endpoints: editedEndpoints })),
    { below: '/share', endpoints: shareEndpoints },
  ]),
]
