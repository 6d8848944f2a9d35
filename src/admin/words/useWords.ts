'use client'
import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'
import { wordsOf, type Words } from './wordsOf'

export const useWords = (): Words => {
  const { t, i18n } = useTranslation()
  return useMemo(() => wordsOf({ t, language: i18n.language }), [t, i18n.language])
}
