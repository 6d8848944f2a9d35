import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeFdx } from '@/domain/finalDraft/writeFdx'
import { parseFountain } from '@/domain/screenplay/fountain'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { bombPdf, docx, loopingPdfs, screenplayPdf } from '../providers/reading/documents'

const text = 'INT. LIGHTHOUSE - NIGHT\n\nMARA lights a lamp.\n\nMARA\nSay that again.\n'

let studio: TestStudio
let id = ''
let count = 0
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(async () => {
  await studio.close()
})

const newProject = async () => {
  const body = { title: 'Lamp', slug: `files-${String(++count)}-${studio.name.slice(-6)}` }
  id = String((await studio.call('POST /api/projects', { body })).body['doc'].id)
}
const formOf = (files: Record<string, Buffer | string>, fields: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, bytes] of Object.entries(files)) form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name) // prettier-ignore
  return form
}
const send = (files: Record<string, Buffer | string>, fields?: Record<string, string>) =>
  studio.send(`POST /api/projects/${id}/gather`, formOf(files, fields))
const post = (body: unknown) => studio.call(`POST /api/projects/${id}/gather`, { body })
const list = async (query = '') => (await studio.call(`GET /api/projects/${id}/gather?limit=50${query}`)).body

describe('a screenplay', { timeout: 60_000 }, () => {
  it('is gathered from Fountain, Final Draft, PDF and Word alike, each file once', async () => {
    await newProject()
    const screenplay = parseFountain(text)
    const files = {
      'lamp.fountain': Buffer.from(text),
      'lamp.fdx': Buffer.from(writeFdx(screenplay)),
      'lamp.pdf': await screenplayPdf(screenplay.elements, 'LAMP'),
      'lamp.docx': await docx(text.trim().split(/\n+/).map((line) => ({ text: line }))),
    } // prettier-ignore
    for (let times = 0; times < 2; times++) {
      const { status, body } = await send(files)
      expect(status, JSON.stringify(body)).toBe(201)
      for (const { text: gathered, file, author } of body['items']) {
        expect(gathered, file.name).toContain(text.trim())
        expect(author).toContain('@')
        expect(file.sha256).toMatch(/^[0-9a-f]{64}$/)
      }
    }
    expect((await list())['totalDocs']).toBe(4)
  })
})

describe('a table of entries', () => {
  it('is gathered row by row, each with its place in the file', async () => {
    await newProject()
    const csv = 'kind;title;text;age\ncharacter;Mara;"A keeper,\nalone.";60\n;;;\nplace;Cliff;High.;\n'
    const { status, body } = await send({ 'bible.csv': csv })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body['items']).toMatchObject([
      { kind: 'character', title: 'Mara', text: 'A keeper,\nalone.', data: { age: '60' }, place: { row: 2, line: 3 }, source: 'import' },
      { kind: 'location', title: 'Cliff', text: 'High.', data: {}, place: { row: 4, line: 5 } },
    ]) // prettier-ignore
    const json = JSON.stringify({ scenes: [{ heading: 'INT. HUT - DAY', text: 'Rain.' }], characters: [{ name: 'Otto', description: 'A fisherman.', coat: { colour: 'red' } }] }) // prettier-ignore
    const read = await send({ 'more.json': json })
    expect(read.body['items']).toMatchObject([
      { kind: 'scene', title: 'INT. HUT - DAY', place: { path: 'scenes[1]' } },
      { kind: 'character', title: 'Otto', text: 'A fisherman.', data: { coat: { colour: 'red' } } },
    ])
    await send({ 'bible.csv': csv, 'more.json': json })
    expect((await list())['totalDocs']).toBe(4)
    expect((await list('&q=fisher'))['docs']).toHaveLength(1)
  })

  it('is refused whole when one row is wrong', async () => {
    await newProject()
    const bad = {
      'operators.json': '[{"title":"a","text":"b"},{"title":"a","$where":"1"}]',
      'proto.json': '[{"text":"b","__proto__":{"polluted":true}}]',
      'dots.csv': 'title,a.b\nMara,1\n',
      'kinds.csv': 'kind,text\nuser,x\n',
      'broken.csv': 'title,text\n"Mara,x\n',
      'twice.csv': 'text,text\na,b\n',
      'broken.json': '[{"text":',
      'words.json': '"hello"',
      'many.json': JSON.stringify(Array.from({ length: 2001 }, (_, i) => ({ text: String(i) }))),
      'deep.json': `${'['.repeat(1000)}${']'.repeat(1000)}`,
      'large.json': JSON.stringify([{ text: 'x'.repeat(2_100_000) }]),
    }
    for (const [name, content] of Object.entries(bad)) {
      const { status, body } = await send({ 'good.fountain': text, [name]: content })
      expect([name, status, body['errors']?.[0]?.code]).toEqual([name, 422, 'FILE_REFUSED'])
    }
    expect((await list())['totalDocs']).toBe(0)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('what is bad', { timeout: 120_000 }, () => {
  it('in an entry is refused by name, and nothing is written', async () => {
    await newProject()
    let deep: unknown = 'x'
    for (let i = 0; i < 1000; i++) deep = { a: deep }
    const bodies: [unknown, number][] = [
      [{ kind: { $ne: 'note' }, text: 'x' }, 400],
      [{ kind: 'note', text: { $gt: '' } }, 400],
      [{ kind: 'note', title: { $where: '1' }, text: 'x' }, 400],
      [{ kind: 'note', text: 'x', data: { $set: { a: 1 } } }, 400],
      [{ kind: 'note', text: 'x', data: { inner: [{ 'a.b': 1 }] } }, 400],
      [{ kind: 'note', text: 'x', data: { deep } }, 413],
      [{ kind: 'note', text: 'x', author: 'somebody else' }, 422],
      [{ kind: 'note', text: 'a\0b' }, 422],
      [{ kind: 'note', text: '' }, 422],
      [{ kind: 'screenplay', text: 'x' }, 422],
      [{ kind: 'note', text: 'x'.repeat(10_000_000) }, 413],
      [{ kind: 'note', text: 'x'.repeat(13_000_000) }, 413],
      [[], 400],
    ]
    for (const [body, status] of bodies) {
      const answer = await post(body)
      expect([JSON.stringify(body).slice(0, 60), answer.status]).toEqual([JSON.stringify(body).slice(0, 60), status])
      expect(answer.body['errors'][0].fix).not.toBe('')
    }
    const ask = (init: RequestInit, headers: Record<string, string>) => studio.raw(`POST /api/projects/${id}/gather`, init, headers) // prettier-ignore
    const json = { 'content-type': 'application/json' }
    const proto = await ask({ body: '{"kind":"note","text":"x","data":{"__proto__":{"polluted":1}}}' }, json)
    expect(proto.status).toBe(400)
    expect((await ask({ body: '{"kind":' }, json)).status).toBe(400)
    expect((await ask({ body: Buffer.alloc(100_000_000, 32) }, json)).status).toBe(413)
    expect((await ask({ body: '['.repeat(100_000) }, json)).status).toBe(413)
    expect((await list())['totalDocs']).toBe(0)
  })

  it('in a file is refused with the reason, others are answered meanwhile, and nothing is written', async () => {
    await newProject()
    const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${String(i + 1)} "${`&l${String(i)};`.repeat(10)}">`).join('')}]><FinalDraft><Content><Paragraph Type="Action"><Text>&l9;</Text></Paragraph></Content></FinalDraft>` // prettier-ignore
    const outside = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><FinalDraft><Content><Paragraph><Text>&f;</Text></Paragraph></Content></FinalDraft>' // prettier-ignore
    const bad: [string, Buffer | string][] = [
      ['bomb.docx', await docx([{ text: 'x' }], { more: { 'word/media/a.xml': Buffer.alloc(200_000_000) } })],
      ['laughs.fdx', laughs],
      ['outside.fdx', outside],
      ['loop.pdf', loopingPdfs()[0]!],
      ['bomb.pdf', bombPdf(100)],
      ['broken.pdf', '%PDF-1.7'],
      ['film.exe', 'MZ'],
      ['noname', 'x'],
      ['../../etc/passwd.fountain', text],
      ['a\\b.fountain', text],
      ['a\u0000b.fountain', text],
      ['\u202Egnp.fountain', text],
      [`${'x'.repeat(300)}.fountain`, text],
      ['empty.fountain', ' '],
      ['picture.fountain', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
    ]
    let slowest = 0
    let over = false
    const others = (async () => {
      while (!over) {
        const began = performance.now()
        expect((await studio.call('GET /api/health')).status).toBe(200)
        slowest = Math.max(slowest, performance.now() - began)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    for (const [name, content] of bad) {
      const { status, body } = await send({ [name]: content })
      expect([name.slice(0, 30), status]).toEqual([name.slice(0, 30), 422])
      expect(body['errors'][0].why, name).toMatch(/\w/)
    }
    over = true
    await others
    expect(slowest).toBeLessThan(2000)
    expect((await list())['totalDocs']).toBe(0)
  })

  it('in a form is refused: too many parts, too large, broken, without files', async () => {
    await newProject()
    const many = new FormData()
    for (let i = 0; i < 10_000; i++) many.append(`f${String(i)}`, 'x')
    expect((await studio.send(`POST /api/projects/${id}/gather`, many)).body['errors'][0].why).toContain('parts')
    const files = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`${String(i)}.fountain`, text]))
    expect((await send(files)).body['errors'][0].code).toBe('FORM_REFUSED')
    expect((await send({})).body['errors'][0].code).toBe('FORM_REFUSED')
    const type = { 'content-type': 'multipart/form-data; boundary=x' }
    const ask = (body: BodyInit, headers = type) => studio.raw(`POST /api/projects/${id}/gather`, { body }, headers)
    expect((await ask('--x\r\nContent-Disp')).status).toBe(422)
    expect((await ask('x', { 'content-type': 'multipart/form-data' })).status).toBe(415)
    expect((await ask(Buffer.alloc(100_000_000))).status).toBe(413)
    expect((await list())['totalDocs']).toBe(0)
  })
})
