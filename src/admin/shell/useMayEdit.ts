'use client'
import { useAuth } from '@payloadcms/ui'

/** Whether whoever looks may change scenes and make them; the server refuses it, too. */
export const useMayEdit = (): boolean => {
  const { permissions } = useAuth()
  return permissions?.collections?.['scenes']?.update === true
}
