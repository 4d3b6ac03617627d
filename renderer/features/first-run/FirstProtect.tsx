import { Button } from '@mantine/core'
import { useState } from 'react'
import type { StartState } from '#shared/ipc/contract.ts'
import { BrandMark } from '../../app/BrandMark.tsx'
import { settled } from '../../app/desk.ts'
import { LanguageSwitch } from '../../app/LanguageSwitch.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Protect } from '../access/Protect.tsx'
import '../access/access.css'

/** The end of the first run: passwords and the key on paper now, or later with what that means. The desk stands already. */
export function FirstProtect({ begun, onEnd }: { begun: StartState; onEnd: (start: StartState) => void }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const end = async (done: boolean) => {
    setOpen(false)
    if (!done) return
    const started = await settled(window.desk.appStart({}))
    onEnd(started.ok ? started.value : begun)
  }
  return (
    <main className="alone">
      <header className="alone-top">
        <BrandMark />
        <LanguageSwitch />
      </header>
      <section className="lock card first-protect" aria-labelledby="first-protect-title">
        <h1 id="first-protect-title">{t('first.protect.title')}</h1>
        <p>{t('first.protect.why')}</p>
        <ol>
          <li>{t('first.protect.paper')}</li>
          <li>{t('first.protect.password')}</li>
          <li>{t('first.protect.people')}</li>
        </ol>
        <div className="buttons">
          <Button size="md" onClick={() => setOpen(true)}>
            {t('access.protect')}
          </Button>
          <Button size="md" variant="default" onClick={() => onEnd(begun)}>
            {t('first.protect.later')}
          </Button>
        </div>
        <Notice tone="amber">{t('first.protect.later_means')}</Notice>
      </section>
      {isOpen ? <Protect name={begun.user?.name ?? ''} paperOnly={false} onEnd={done => void end(done)} /> : null}
    </main>
  )
}
