'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useWords } from '../words/useWords'
import { SceneFilter } from './SceneFilter'

const kinds = ['composite', 'picture', 'clip', 'frame', 'view', 'location', 'prop', 'dialogue', 'music', 'effect', 'film', 'poster', 'export'] as const // prettier-ignore
const origins = ['upload', 'import', 'previs', 'generated', 'assembled'] as const

const kindPath = 'where[or][0][and][0][kind][equals]'
const originPath = 'where[or][0][and][1][provenance.origin][equals]'

/** Above the list of files: what kind, where from, and of which scene. What is chosen stands in the address, as Payload's own filters do. */
export const FileFilters = () => {
  const { say } = useWords()
  const router = useRouter()
  const query = useSearchParams()
  const [kind, origin] = [query.get(kindPath) ?? '', query.get(originPath) ?? '']
  const choose = (path: string, value: string) => {
    const next = new URLSearchParams([...query].filter(([name]) => name !== path && name !== 'page'))
    if (value !== '') next.set(path, value)
    router.push(`?${next.toString()}`)
  }
  return (
    <div className="bl-filefilters">
      <label>
        {say('kindOfFile')}{' '}
        <select value={kind} onChange={({ target }) => choose(kindPath, target.value)}>
          <option value="">{say('all')}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {one.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('sourceOfFile')}{' '}
        <select value={origin} onChange={({ target }) => choose(originPath, target.value)}>
          <option value="">{say('all')}</option>
          {origins.map((one) => (
            <option key={one} value={one}>
              {say(`origin_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <SceneFilter scene={query.get('scene') ?? ''} onScene={(id) => choose('scene', id)} />
    </div>
  )
}
