import type { PayloadRequest } from 'payload'

type Sample = { url: string; mime: string }

const lookedAt = 300

/** The newest file of each model in a project, as far as whoever asks may see it. */
export const samplesOf = async (req: PayloadRequest, project: string): Promise<Map<string, Sample>> => {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { project: { equals: project }, 'provenance.model': { exists: true } },
    sort: '-createdAt',
    limit: lookedAt,
    depth: 0,
    pagination: false,
    select: { filename: true, mimeType: true, url: true, provenance: true },
    overrideAccess: false,
    req,
  })
  const samples = new Map<string, Sample>()
  for (const { url, mimeType, provenance } of docs) {
    const model = provenance?.model?.split('@')[0]
    if (model && url && !samples.has(model)) samples.set(model, { url, mime: mimeType ?? '' })
  }
  return samples
}
