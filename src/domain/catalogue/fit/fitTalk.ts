import { exactly, type Usage } from '../../money/priceRule'
import { fileMark, type FileIn, type JsonObject, type LookWish, type TextWish } from '../wish'
import { bodyOf, givesNothingSeen, type Entry, type Fit, type Fitting } from './fit'
import { checkFile, filesEntry } from './fitFiles'
import { checkLength } from './fitWords'
import { tokensOf, writtenTokens } from './tokens'

/** The most a judge may write where its row says nothing else: answers, and thinking that is billed like them. */
const lookTokensMost = 2000

/** What a verdict usually takes, tokens. */
const lookTokensUsual = 200

type Talk = Pick<TextWish, 'instructions' | 'input' | 'schema'> & {
  pictures: readonly FileIn[]
  most: number
  usual?: number
}

export const fitText = (wish: TextWish, fitting: Fitting): Fit =>
  fitTalk({ ...wish, pictures: [], most: wish.outputTokensMax }, fitting)

/** Questions about pictures. None of them may be left out: an answer about fewer would be another answer. */
export const fitLook = ({ question, ...wish }: LookWish, fitting: Fitting): Fit => {
  const { images } = fitting.model.fields
  const most = images?.list === false ? 1 : (images?.most ?? wish.pictures.length)
  if (wish.pictures.length === 0) fitting.notes.faults.push('pictures: none is given')
  if (wish.pictures.length > most)
    fitting.notes.faults.push(`pictures: ${wish.pictures.length} given, ${most} is the most it looks at`)
  wish.pictures.forEach((file, at) => checkFile(file, `picture ${at + 1}`, fitting))
  return fitTalk(
    { ...wish, input: question, most: fitting.model.limits.outputTokens ?? lookTokensMost, usual: lookTokensUsual },
    fitting,
  )
}

const fitTalk = (talk: Talk, fitting: Fitting): Fit => {
  const { fields, limits } = fitting.model
  const schema = talk.schema === null ? '' : JSON.stringify(talk.schema.schema)
  const most = limits.outputTokens === null ? talk.most : Math.min(talk.most, limits.outputTokens)
  checkLength(talk.instructions + talk.input, fitting)
  return {
    body: bodyOf(fields.constant, dialects[fields.dialect]({ ...talk, most }, fitting)),
    gives: givesNothingSeen,
    usage: { used: usedBy({ ...talk, most }, schema), resolution: null, audio: false, seconds: null },
  }
}

const usedBy = ({ instructions, input, pictures, most, usual }: Talk, schema: string): Usage['used'] => {
  const asked = instructions.length + input.length + schema.length
  return {
    '1m_tokens_in': tokensOf(instructions + input + schema, { pictures: pictures.length }),
    '1m_tokens_out': writtenTokens(most, usual === undefined ? {} : { usual }),
    // where characters are counted, no source says whether those of the answer are
    '1k_chars': { expected: asked, atMost: asked + most * 4 },
    run: exactly(1),
  }
}

const responses = ({ instructions, input, schema, pictures, most }: Talk): Entry[] => [
  ['instructions', instructions],
  ['input', [{ role: 'user', content: [{ type: 'input_text', text: input }, ...pictures.map(seen)] }]],
  ['text', schema === null ? undefined : { format: { type: 'json_schema', ...schema, strict: true } }],
  ['max_output_tokens', most],
]
const seen = ({ sha256 }: FileIn): JsonObject => ({ type: 'input_image', image_url: fileMark(sha256) })

const chat = ({ instructions, input, schema, pictures, most }: Talk): Entry[] => [
  ['messages', [
    { role: 'system', content: instructions },
    { role: 'user', content: [{ type: 'text', text: input }, ...pictures.map(shownInChat)] },
  ]],
  ['response_format', schema === null ? undefined : { type: 'json_schema', json_schema: { ...schema, strict: true } }],
  // only who can keep to the schema may answer
  ['provider', schema === null ? undefined : { require_parameters: true }],
  ['max_tokens', most],
] // prettier-ignore
const shownInChat = ({ sha256 }: FileIn): JsonObject => ({ type: 'image_url', image_url: { url: fileMark(sha256) } })

/** Fields side by side: who cannot be given a schema is told about it in words, and the answer is checked strictly. */
const plain = ({ instructions, input, schema, pictures }: Talk, fitting: Fitting): Entry[] => {
  const form = schema === null ? '' : `\n\nAnswer with JSON only, of this JSON Schema: ${JSON.stringify(schema.schema)}`
  return [[fitting.model.fields.prompt, `${instructions}\n\n${input}${form}`.trim()], ...filesEntry(pictures, fitting)]
}

const dialects = { responses, chat, plain }
