'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { MakeButton } from './MakeButton'
import { ModelsDrawer } from './ModelsDrawer'
import { projectIdOf } from './projectIdOf'

/** In the bar over the form: makes the scene, or what of it no longer fits; with other models, too. */
export const SceneControls = () => {
  const { id, data, hasSavePermission } = useDocumentInfo()
  const scene = id === undefined ? '' : String(id)
  const project = projectIdOf(data?.['project'])
  // who may not change a scene may not make it either
  if (scene === '' || project === '' || hasSavePermission === false) return null
  return (
    <>
      <ModelsDrawer scene={scene} />
      <MakeButton scene={scene} project={project} />
    </>
  )
}
