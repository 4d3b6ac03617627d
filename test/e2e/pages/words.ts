import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }
import type { Language } from '#shared/application/model.ts'

export type WordKey = keyof typeof kk
export type Say = (key: WordKey, params?: Readonly<Record<string, string | number>>) => string

/** What the interface says, so that a test speaks its words and not its markup. */
export function wordsOf(language: Language): Say {
  const texts = language === 'kk' ? kk : ru
  return (key, params = {}) =>
    texts[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? `{{${name}}}`))
}
