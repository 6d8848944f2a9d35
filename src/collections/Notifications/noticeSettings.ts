import type { Field } from 'payload'
import { noticeKinds, noticeLanguages } from '@/domain/tidings/noticeKind'
import { labelOf } from '../fields/labelOf'

const options = noticeKinds.map((value) => ({ label: labelOf(value), value }))

/** On a person's own page: what they want to be told of, what of it by mail, in which language. */
export const noticeSettings: Field = {
  name: 'notices',
  label: 'Notifications',
  type: 'group',
  fields: [
    {
      name: 'kinds',
      label: 'Tell me of',
      type: 'select',
      hasMany: true,
      options,
      defaultValue: [...noticeKinds],
      admin: { description: 'Empty means: of nothing.' },
    },
    {
      name: 'byMail',
      label: 'Also by e-mail',
      type: 'select',
      hasMany: true,
      options,
      defaultValue: noticeKinds.filter((kind) => kind !== 'runDone'),
      admin: { description: 'Only where the studio has a mail server, and of what you are told of at all.' },
    },
    {
      name: 'language',
      type: 'select',
      options: noticeLanguages.map((value) => ({ label: value === 'en' ? 'English' : 'Deutsch', value })),
      defaultValue: 'en',
      admin: { description: 'Of the e-mails.' },
    },
  ],
}
