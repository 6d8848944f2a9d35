import { compareListing } from '@/domain/catalogue/compareListing'
import type { CatalogueModel, PaidProviderId } from '@/domain/catalogue/model'
import { falListing } from '@/providers/fal/falListing'
import { openaiListing } from '@/providers/openai/openaiListing'
import type { Listing } from '@/providers/spec/listing'
import type { PaidSettings } from './paidProviders'

/** What was looked up, and in what rows differ from it. */
export type ModelsCheck = {
  checked: number
  differences: { id: string; says: string }[]
  /** Providers nobody was asked of: without a key, or without a list of their own. */
  left: PaidProviderId[]
}

/** Holds the rows against what their providers list now. Reads only: nothing is sent that costs, nothing is changed. */
export const checkModels = async (
  models: readonly CatalogueModel[],
  settings: PaidSettings,
  signal: AbortSignal,
): Promise<ModelsCheck> => {
  const listings = listingsOf(settings)
  const check: ModelsCheck = { checked: 0, differences: [], left: [] }
  for (const provider of new Set(models.map((model) => model.provider))) {
    const listing = listings[provider]
    if (!listing) {
      check.left.push(provider)
      continue
    }
    const rows = models.filter((model) => model.provider === provider)
    const listed = await listing([...new Set(rows.map(nameThere))], signal)
    for (const row of rows) {
      const found = listed.get(nameThere(row))
      if (found) check.differences.push(...compareListing(row, found).map((says) => ({ id: row.id, says })))
    }
    check.checked += rows.length
  }
  return check
}

/** fal lists endpoints, OpenAI models. */
const nameThere = ({ provider, endpoint, fields }: CatalogueModel): string => {
  const { model } = fields.constant
  return provider === 'openai' && typeof model === 'string' ? model : endpoint
}

const listingsOf = (settings: PaidSettings): Partial<Record<PaidProviderId, Listing>> => ({
  ...(settings.FAL_KEY ? { fal: falListing({ key: settings.FAL_KEY, platformUrl: settings.FAL_PLATFORM_URL }) } : {}),
  ...(settings.OPENAI_API_KEY
    ? { openai: openaiListing({ key: settings.OPENAI_API_KEY, baseUrl: settings.OPENAI_BASE_URL }) }
    : {}),
})
