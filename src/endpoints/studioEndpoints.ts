import type { Endpoint } from 'payload'
import { docs, docsScript } from './about/docs'
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
import { costs, costsCsv } from './money/costs'
import { estimate } from './money/estimate'
import { quotes } from './money/quotes'
import { reconcileNow } from './money/reconcile'
import { dismissAlert, takeProposal } from './living/alerts'
import { fillPrompt } from './living/fillPrompt'
import { generateScene } from './living/generateScene'
import { keepReferences, keepScene } from './living/keep'
import { staleNow } from './living/staleNow'
import { first, join, welcome } from './people/join'
import { invite, removePerson, resetPassword } from './people/people'
import { showAct } from './projects/acts'
import { lifeEndpoints } from './projects/lifeEndpoints'
import { assemble, generate } from './press/make'
import { cancelQualify, continueQualify, holdQualify, qualify } from './press/qualify'
import { reopenGather } from './press/reopenGather'
import { showCountdown } from './press/showCountdown'
import { followRun } from './runs/followRun'
import { showRun, steerRun } from './runs/runs'
import { order } from './scenes/order'
import { approve, overrule, reject, takeUsed } from './scenes/decide'
import { merge, split } from './scenes/splitMerge'
import { decide } from './generations/decide'
import { steerCall } from './generations/steerCall'
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
  order,
  timeline,
  startExport,
  listExports,
  staleNow,
  ...lifeEndpoints,
]

/** Below /api/alerts. */
export const alertEndpoints: Endpoint[] = [dismissAlert, takeProposal]

/** Below /api/prompts. */
export const promptEndpoints: Endpoint[] = [fillPrompt]

/** Below /api/scenes. */
export const sceneEndpoints: Endpoint[] = [
  ...[keepScene, generateScene, split, merge],
  ...[approve, reject, overrule, takeUsed],
]

/** Below these collections. */
export const characterEndpoints: Endpoint[] = [keepReferences('characters')]
export const locationEndpoints: Endpoint[] = [keepReferences('locations')]
export const propEndpoints: Endpoint[] = [keepReferences('props')]

/** Below /api/runs. */
export const runEndpoints: Endpoint[] = [followRun, ...steerRun, showRun]

/** Below /api/generations. */
export const generationEndpoints: Endpoint[] = [decide, ...steerCall]

/** Below /api. */
export const studioEndpoints: Endpoint[] = [
  health,
  ready,
  metrics,
  followStudio,
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
  openapi(() => [
    { below: '/api', endpoints: studioEndpoints },
    { below: '/api/projects', endpoints: projectEndpoints },
    { below: '/api/scenes', endpoints: sceneEndpoints },
    { below: '/api/characters', endpoints: characterEndpoints },
    { below: '/api/locations', endpoints: locationEndpoints },
    { below: '/api/props', endpoints: propEndpoints },
    { below: '/api/runs', endpoints: runEndpoints },
    { below: '/api/alerts', endpoints: alertEndpoints },
    { below: '/api/prompts', endpoints: promptEndpoints },
    { below: '/api/generations', endpoints: generationEndpoints },
  ]),
]
