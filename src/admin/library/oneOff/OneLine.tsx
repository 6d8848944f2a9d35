import type { ReactNode } from 'react'

type Props = { id: string; label: string; hint?: string; children: ReactNode }

/** A field with its name beside it, above it on a phone. `id`: of what it names. */
export const OneLine = ({ id, label, hint, children }: Props) => (
  <div className="bl-oneoff__one">
    <label htmlFor={id}>{label}</label>
    <div>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="bl-second">
          {hint}
        </p>
      )}
    </div>
  </div>
)
