'use client'
import { useState } from 'react'
import { useWords } from '../words/useWords'
import { Icon } from './Icon'

type Props = React.ComponentProps<'img'> & { src: string; alt: string }

/** A picture; where its file is gone from the disk, a sign that says so in its place and its size. */
export const Picture = ({ src, alt, className = '', width, height, ...rest }: Props) => {
  const { say } = useWords()
  const [gone, setGone] = useState('')
  if (gone !== src)
    return (
      <img src={src} alt={alt} className={className} width={width} height={height} onError={() => setGone(src)} ref={(one) => (isBroken(one) ? setGone(src) : undefined)} {...rest} />
    )
  return (
    <span className={`bl-gone ${className}`} title={say('fileMissingFix')} style={{ aspectRatio: `${String(width ?? 16)} / ${String(height ?? 9)}` }}>
      <Icon name="triangle" /> <span className="bl-gone__word">{say('fileMissing')}</span>
    </span>
  )
} // prettier-ignore

/** It failed before the page came alive, when nobody heard it. */
const isBroken = (one: HTMLImageElement | null): boolean =>
  one !== null && one.complete && one.currentSrc !== '' && one.naturalWidth === 0
