import type { PayloadRequest } from 'payload'
import { enqueue } from './enqueue'
import { tellPeople, type Notice } from './jobs'

/**
 * Tells people something, with the transaction of `req`: a row of the outbox, from which a worker makes one notification
 * for each of them, and mails it where they want that. `event` names what happened: told twice under one name, everybody
 * hears it once. Who cannot see the project is told nothing.
 */
export const notify = (req: PayloadRequest, notice: Notice): Promise<void> => enqueue(tellPeople, notice, { req })
