import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import type { HallAtDesk } from '../../components/use-hall-screen.ts'
import { useWords } from '../../i18n/use-words.ts'
import { HIDE_KEY } from './reception-keys.ts'

/** Opens and closes the screen of the hall, and hides its calls by one key wherever the focus is. */
export function HallButton({ hall }: { hall: HallAtDesk }) {
  const { t } = useWords()
  const now = useRef(hall)
  now.current = hall
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== HIDE_KEY || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      if (!event.repeat) void now.current.turn()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  const { screen } = hall
  if (screen === null) return null
  return (
    <>
      {screen.isOpen ? (
        <Button variant="default" aria-keyshortcuts={HIDE_KEY} onClick={() => void hall.turn()}>
          {t(screen.isHidden ? 'hall.show' : 'hall.hide')} <kbd className="beside-word">{HIDE_KEY}</kbd>
        </Button>
      ) : null}
      <Button variant="default" onClick={() => void (screen.isOpen ? hall.close() : hall.open(null))}>
        {t(screen.isOpen ? 'hall.close' : 'hall.open')}
      </Button>
    </>
  )
}

/** What the clerk has to know of the screen of the hall. */
export function HallNotice({ hall: { screen, call } }: { hall: HallAtDesk }) {
  const { t } = useWords()
  return (
    <>
      {screen?.told ? <Notice tone="amber">{t(`hall.told.${screen.told}`)}</Notice> : null}
      {screen?.isOpen && screen.isHidden ? <Notice tone="amber">{t('hall.is_hidden')}</Notice> : null}
      <ErrorNotice error={call.error} />
    </>
  )
}
