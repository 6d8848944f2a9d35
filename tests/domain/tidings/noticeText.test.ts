import { describe, expect, it } from 'vitest'
import { asSubject, mailText } from '@/domain/tidings/mailText'
import { noticeKinds, noticeLanguages } from '@/domain/tidings/noticeKind'
import { noticeText } from '@/domain/tidings/noticeText'

const vars = {
  project: 'The Last Ferry', run: 'assemble', what: 'No room.', why: 'The disk is full.', fix: 'Make room.', count: '2', used: '$4.10', limit: '$5.00', by: 'Mara', where: 'SC002', text: 'Darker.',
} // prettier-ignore

describe('what people are told', () => {
  it('is said of every kind in every language, with nothing left open', () => {
    for (const language of noticeLanguages)
      for (const kind of noticeKinds) {
        const { title, text } = noticeText(kind, vars, language)
        expect(`${title} ${text}`).not.toMatch(/\[\w+\]|undefined/)
        expect(title).not.toBe('')
      }
    expect(noticeText('runDone', vars, 'en').title).toBe('The Last Ferry: cutting the film is done')
    expect(noticeText('decision', { ...vars, count: '1' }, 'de').title).toBe(
      'The Last Ferry: Eine Szene wartet auf Ihre Augen',
    )
  })
  it('takes what people wrote for text, also where it looks like ours', () => {
    expect(noticeText('mention', { ...vars, by: '[text]' }, 'en').title).toBe('[text] mentioned you in SC002')
  })
})

describe('a mail', () => {
  it('holds nothing in its subject that begins a header or turns the line round, and is short', () => {
    expect(asSubject('a\r\nBcc: x\u0000\u202eb')).toBe('a Bcc: x b')
    expect(asSubject('x'.repeat(100_000))).toHaveLength(140)
  })
  it('leads only into the studio', () => {
    const { html, text } = mailText([{ kind: 'alert', vars, link: '/admin/a b"><script>' }], {
      language: 'en',
      base: 'https://s.example',
    })
    expect(text).toContain('https://s.example/admin/a%20b%22%3E%3Cscript%3E')
    expect(html).not.toContain('<script>')
  })
})
