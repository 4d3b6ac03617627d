import { Button } from '@mantine/core'
import type { AppError } from '#shared/result/result.ts'
import { useWords } from '../i18n/use-words.ts'
import { BrandMark } from './BrandMark.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'

/** Why the desk cannot be shown and what to do next. */
export function Refused({ error }: { error: AppError }) {
  const { t, errorText } = useWords()
  return (
    <main className="alone">
      <header className="alone-top">
        <BrandMark />
        <LanguageSwitch />
      </header>
      <section className="card alone-card" role="alert">
        <h1>{t('refused.title')}</h1>
        <p className="sentence">{errorText(error)}</p>
        <Button onClick={() => void window.desk.appReload({})}>{t('refused.again')}</Button>
      </section>
    </main>
  )
}
