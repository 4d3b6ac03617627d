import { useContext } from 'react'
import type { Language } from '#shared/application/model.ts'
import { LanguageChoice } from '../components/LanguageChoice.tsx'
import { changeWords } from '../i18n/i18n.ts'
import { DeskContext } from './desk-context.ts'

/** Kazakh or Russian, at once, anywhere. */
export function LanguageSwitch() {
  const desk = useContext(DeskContext)
  return <LanguageChoice speak={desk?.speak ?? ((next: Language) => void changeWords(next))} />
}
