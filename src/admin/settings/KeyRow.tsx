'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { askStudio, whyOf } from '../shell/askStudio'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'

export type ShownKey = {
  provider: string
  of: 'project' | 'studio'
  ending: string
  signs: boolean
  setAt: string
  setBy: string
}
type Props = { project: string; provider: string; known: ShownKey | null; onKeys: (keys: ShownKey[]) => void }
type Tried = { ok: boolean; says: string }

type SecretProps = { known: ShownKey | null; of: ShownKey['of']; value: string; onValue: (value: string) => void }

/** What its callbacks are signed with; left empty, that of the key before it stays. */
const SecretField = ({ known, of, value, onValue }: SecretProps) => {
  const { say } = useWords()
  const asks = say(known?.signs && known.of === of ? 'keySecretStays' : 'keySecret')
  return <input className="bl-key__secret" aria-label={asks} type="password" value={value} placeholder={asks} autoComplete="off" spellCheck={false} onChange={({ target }) => onValue(target.value)} />
} // prettier-ignore

/** One provider's key. What is typed leaves the page once, and the field is empty again. */
export const KeyRow = ({ project, provider, known, onKeys }: Props) => {
  const { say, language } = useWords()
  const { send } = useStudio()
  const { config } = useConfig()
  const [typed, setTyped] = useState('')
  const [secret, setSecret] = useState('')
  const [of, setOf] = useState<'project' | 'studio'>('project')
  const [tried, setTried] = useState<Tried | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()

  const keep = async (key: string | null) => {
    const where = key === null ? (known?.of ?? 'project') : of
    const told = (await send(`/projects/${project}/keys`, { provider, key, of: where, ...(key === null || secret.trim() === '' ? {} : { webhookSecret: secret.trim() }) })) as { keys: ShownKey[] } | null
    if (!told) return
    setTyped('')
    setSecret('')
    setTried(null)
    onKeys(told.keys)
  }
  const test = async () => {
    setBusy(true)
    setTried(null)
    const key = typed.trim()
    const body = { provider, ...(key === '' ? {} : { key }) }
    const answer = await askStudio<{ says?: string }>(`${config.routes.api}/projects/${project}/keys/test`, { body })
    setBusy(false)
    const says = answer.is === 'offline' ? say('offline') : (answer.told.says ?? whyOf(answer.is === 'refused' ? answer.told : null))
    setTried({ ok: answer.is === 'told', says })
  }
  const day = (at: string) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(at))
  return (
    <li className="bl-key">
      <span className="bl-key__who">
        <strong>{provider}</strong>
        <span className="bl-second">
          {known ? say(known.signs ? 'keySetSigns' : 'keySet', { ending: known.ending === '' ? '…' : `…${known.ending}`, by: known.setBy, day: day(known.setAt), of: say(`keyOf_${known.of}`) }) : say('keyNone')}
        </span>
      </span>
      <label htmlFor={id} className="bl-hidden">
        {say('keyPaste', { provider })}
      </label>
      <input id={id} type="password" value={typed} placeholder={say('keyPaste', { provider })} autoComplete="off" spellCheck={false} onChange={({ target }) => setTyped(target.value)} />
      {provider === 'openai' && typed.trim() !== '' && (
        <SecretField known={known} of={of} value={secret} onValue={setSecret} />
      )}
      <select aria-label={say('keyFor', { provider })} value={of} onChange={({ target }) => setOf(target.value === 'studio' ? 'studio' : 'project')}>
        <option value="project">{say('keyOf_project')}</option>
        <option value="studio">{say('keyOf_studio')}</option>
      </select>
      <span className="bl-key__buttons">
        <Button buttonStyle="primary" size="small" margin={false} disabled={typed.trim() === ''} aria-label={`${say('save')} ${provider}`} onClick={() => void keep(typed.trim())}>
          {say('save')}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} disabled={busy} aria-label={`${say('keyTest')} ${provider}`} onClick={() => void test()}>
          {busy ? say('loading') : say('keyTest')}
        </Button>
        {known && (
          <Button buttonStyle="secondary" size="small" margin={false} aria-label={`${say('remove')} ${provider}`} onClick={() => void keep(null)}>
            {say('remove')}
          </Button>
        )}
      </span>
      <span className="bl-key__told" aria-live="polite">
        {tried && (
          <>
            <Icon name={tried.ok ? 'check' : 'cross'} /> {tried.ok ? say('keyWorks', { says: tried.says }) : tried.says}
          </>
        )}
      </span>
    </li>
  )
} // prettier-ignore
