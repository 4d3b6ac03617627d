import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }
import type { Language } from '#shared/application/model.ts'

/** Starts the words of the page. Keys are flat; nothing is fetched; React escapes by itself. */
export async function startWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: ['kk', 'ru'],
    fallbackLng: false,
    resources: { kk: { translation: kk }, ru: { translation: ru } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  })
  markLanguage(language)
}

/** Changes the language of the screen at once. */
export async function changeWords(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  markLanguage(language)
}

function markLanguage(language: Language): void {
  document.documentElement.lang = language
  document.title = i18next.t('app.name')
}
