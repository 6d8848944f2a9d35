import type { Db } from 'mongodb'

/** Makes the indexes of everything Backlot keeps beside Payload's collections; repeatable, a command for each line. */
export const ensureIndexes = async (db: Db): Promise<void> => {
  const unique = { unique: true }
  await Promise.all([
    db.collection('run_events').createIndex({ runId: 1, seq: 1 }, unique),
    db
      .collection('runs')
      .createIndex({ project: 1, key: 1 }, { unique: true, partialFilterExpression: { key: { $type: 'string' } } }),
    db.collection('runs').createIndex({ state: 1 }),
    db
      .collection('presses')
      .createIndex({ project: 1, key: 1 }, { unique: true, partialFilterExpression: { key: { $type: 'string' } } }),
    db
      .collection('presses')
      .createIndex({ project: 1 }, { unique: true, partialFilterExpression: { state: 'counting_down' } }),
    db.collection('steps').createIndex({ runId: 1, node: 1 }),
    db.collection('steps').createIndex({ 'lease.owner': 1 }, { sparse: true }),
    db.collection('outbox').createIndex({ state: 1, _id: 1 }),
    db.collection('generations').createIndex({ project: 1, scene: 1 }),
    db
      .collection('generations')
      .createIndex(
        { provider: 1, requestId: 1 },
        { unique: true, partialFilterExpression: { requestId: { $type: 'string' } } },
      ),
    db.collection('generations').createIndex({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $type: 'date' } } }),
    db
      .collection('generations')
      .createIndex({ state: 1, dueAt: 1 }, { partialFilterExpression: { dueAt: { $type: 'date' } } }),
    db
      .collection('generations')
      .createIndex({ state: 1, priceNanodollars: 1 }, { partialFilterExpression: { paid: true } }),
    db
      .collection('generations')
      .createIndex({ 'asset.sha256': 1 }, { partialFilterExpression: { 'asset.sha256': { $exists: true } } }),
    db.collection('inbox').createIndex({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $type: 'date' } } }),
    db.collection('results').createIndex({ project: 1, subject: 1 }),
    db.collection('made_from').createIndex({ project: 1, 'parts.of': 1 }),
    db.collection('made_from').createIndex({ project: 1, subject: 1 }),
    db.collection('assets').createIndex({ project: 1 }),
    db
      .collection('alerts')
      .createIndex(
        { cause: 1 },
        { unique: true, partialFilterExpression: { cause: { $type: 'string' }, dismissed: false } },
      ),
    db.collection('mails').createIndex({ person: 1 }, { unique: true, partialFilterExpression: { open: true } }),
    db.collection('mails').createIndex({ open: 1, dueAt: 1 }),
    db.collection('mails').createIndex({ person: 1, at: 1 }),
    db.collection('slots').createIndex({ pool: 1 }),
    db.collection('quotes').createIndex({ project: 1, at: 1 }),
    db.collection('foresights').createIndex({ at: 1 }, { expireAfterSeconds: 3600 }),
    db.collection('links').createIndex({ expiresAt: 1 }, { expireAfterSeconds: 30 * 86_400 }),
  ])
}
