'use client'
import { ConfirmationModal, useModal } from '@payloadcms/ui'
import { useId } from 'react'

type Props = {
  /** The button that asks. */
  label: string
  /** What is about to be done, and what cannot be had back. */
  body: string
  look: (press: () => void) => React.ReactNode
  onSure: () => Promise<void> | void
}

/** A button whose deed is asked about once more, in Payload's own dialog. */
export const Sure = ({ label, body, look, onSure }: Props) => {
  const slug = `sure-${useId()}`
  const { openModal } = useModal()
  return (
    <>
      {look(() => openModal(slug))}
      <ConfirmationModal modalSlug={slug} heading={label} body={body} confirmLabel={label} onConfirm={onSure} />
    </>
  )
}
