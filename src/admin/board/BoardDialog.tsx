'use client'
import { useEffect, useId, useRef } from 'react'

type Props = {
  title: string
  onClose: () => void
  children: React.ReactNode
  /** The buttons. */ foot: React.ReactNode
}

/** A question over the page: the focus stays in it, Escape closes it, and the focus goes back to where it was. */
export const BoardDialog = ({ title, onClose, children, foot }: Props) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const from = document.activeElement
    const element = dialog.current
    element?.showModal()
    return () => {
      element?.close()
      if (from instanceof HTMLElement && from.isConnected) from.focus()
    }
  }, [])
  const close = (event: React.SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog ref={dialog} className="bl-ask" aria-labelledby={id} onCancel={close} onKeyDown={(event) => event.stopPropagation()}>
      <h2 id={id}>{title}</h2>
      <div className="bl-ask__body">{children}</div>
      <footer className="bl-ask__foot">{foot}</footer>
    </dialog>
  )
} // prettier-ignore
