import { Language } from '#shared/application/model.ts'
import { useWords } from '../i18n/use-words.ts'

/** Kazakh or Russian: two buttons. */
export function LanguageChoice({ speak }: { speak: (language: Language) => void }) {
  const { t, language } = useWords()
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
