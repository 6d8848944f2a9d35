import type { PayloadRequest } from 'payload'
import { planText } from '@/agents/planText'
import { chooseModels, modelOf } from '@/domain/catalogue/chooseModels'
import { paidProviders } from '@/domain/catalogue/model'
import { freeQuote } from '@/domain/money/freeQuote'
import { quoteOf, type Quote } from '@/domain/money/quote'
import { asksText, modelFor, readProjectSettings } from '@/domain/project/projectSettings'
import { draftFilm } from '@/domain/story/draftFilm'
import { gatheredText } from '@/stores/gatheredText'
import { libraryStore } from '@/stores/libraryStore'
import { standingAnswers } from '@/stores/paid/standingAnswers'
import { sha256Of } from '@/stores/sha256'
import type { AskedProject } from '../asked/projectOf'
import { storesOf } from '../asked/stores'

/**
 * What qualifying what is gathered now costs: the questions of the writing departments, where a text model is chosen and
 * there is a budget; else they write by their rules, for nothing. Fails as models are chosen and priced.
 */
export const qualifyQuote = async (req: PayloadRequest, { id, slug, title }: AskedProject): Promise<Quote> => {
  const found = await req.payload.findByID({ collection: 'projects', id, depth: 0, select: { settings: true }, req })
  const settings = readProjectSettings(found.settings)
  const asOf = new Date().toISOString()
  if (!asksText(settings)) return freeQuote('qualify', asOf)
  const { gather, control, catalogue } = storesOf(req)
  const { text } = await gatheredText({ gather }, { slug, title })
  const models = await catalogue.models()
  const on = asOf.slice(0, 10)
  const choice = chooseModels({ text: modelFor(settings, 'text') }, { models, providers: new Set(paidProviders), on })
  const planned = await planText(draftFilm(text, settings), {
    model: modelOf(models, choice.text),
    language: settings.language,
    project: id,
    templates: await libraryStore(control).find('prompts', {}),
    standing: standingAnswers(control),
    on,
  })
  return quoteOf(planned, { asOf, inputs: { text: choice.text }, hashOf: sha256Of })
}
