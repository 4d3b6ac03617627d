import { useContext } from 'react'
import { Language } from '#shared/application/model.ts'
import { changeWords } from '../i18n/i18n.ts'
import { useWords } from '../i18n/use-words.ts'
import { DeskContext } from './desk-context.ts'

/** Kazakh or Russian, at once, anywhere. */
export function LanguageSwitch() {
  const { t, language } = useWords()
  const desk = useContext(DeskContext)
  const speak = desk?.speak ?? ((next: Language) => void changeWords(next))
  return (
    <fieldset className="seg">
      <legend className="unseen">{t('language.choose')}</legend>
      {Language.options.map(one => (
        <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => speak(one)}>
          {t(`language.short.${one}`)}
        </button>
      ))}
    </fieldset>
  )
}
