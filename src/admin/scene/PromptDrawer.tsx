'use client'
import { Drawer, useModal } from '@payloadcms/ui'
import dynamic from 'next/dynamic'
import { useWords } from '../words/useWords'

// read only when somebody looks at what a take was told
const Inspector = dynamic(() => import('../prompt/Inspector').then((file) => file.Inspector))

type Props = { scene: string; project: string; take: string }
const slugOf = (scene: string): string => `bl-prompt-${scene}`

/** A link that opens what a take was told, and the same again with changes. */
export const PromptDrawer = ({ scene, project, take }: Props) => {
  const { say } = useWords()
  const { openModal, isModalOpen } = useModal()
  return (
    <>
      <button type="button" className="bl-link" onClick={() => openModal(slugOf(scene))}>
        {say('whatItWasTold')}
      </button>
      <Drawer slug={slugOf(scene)} title={say('whatItWasTold')}>
        {isModalOpen(slugOf(scene)) && <Inspector key={take} scene={scene} project={project} take={take} />}
      </Drawer>
    </>
  )
}
