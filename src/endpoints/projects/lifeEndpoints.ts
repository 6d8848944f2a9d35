import type { Endpoint } from 'payload'
import { archive, unarchive } from './archive'
import { duplicate, episode } from './copies'
import { deleteProject } from './remove'

/** What is done to a whole project, below /api/projects. */
export const lifeEndpoints: Endpoint[] = [duplicate, episode, archive, unarchive, deleteProject]
