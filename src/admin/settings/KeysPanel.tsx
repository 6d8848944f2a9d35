'use client'
import { ShimmerEffect } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { paidProviders } from '@/domain/catalogue/model'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { KeyRow, type ShownKey } from './KeyRow'

type Told = { keys: ShownKey[] }

/** The keys of the providers: put in, tried, taken away, never read back. */
export const KeysPanel = ({ project, allowed }: { project: string; allowed: boolean }) => {
  const { say } = useWords()
  const { read } = useStudio()
  const [keys, setKeys] = useState<ShownKey[] | null>(null)
  const [isAway, setAway] = useState(false)
  const look = useCallback(async () => {
    const told = await read(`/projects/${project}/keys`)
    setAway(told === null)
    if (told) setKeys((told.answer as Told).keys)
  }, [project, read])
  useEffect(() => {
    if (allowed) void look()
  }, [allowed, look])
  return (
    <section className="bl-panel" aria-labelledby="bl-keys" data-field="keys">
      <header className="bl-panel__head">
        <h2 id="bl-keys">{say('keysTitle')}</h2>
        <span className="bl-second">{say('keysNever')}</span>
      </header>
      {!allowed && <p className="bl-empty">{say('keysNoRight')}</p>}
      {allowed && keys === null && (isAway ? <p className="bl-empty">{say('offline')}</p> : <ShimmerEffect height={180} />)}
      {allowed && keys !== null && (
        <ul className="bl-rows">
          {paidProviders.map((provider) => (
            <KeyRow key={provider} project={project} provider={provider} known={keys.find((one) => one.provider === provider) ?? null} onKeys={setKeys} />
          ))}
        </ul>
      )}
    </section>
  )
} // prettier-ignore
