import { Button, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { HallSettings } from '#shared/hall/model.ts'
import { settled } from '../../app/desk.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { type HallAtDesk, useHallScreen } from '../../components/use-hall-screen.ts'
import { useWords } from '../../i18n/use-words.ts'
import { HallForm } from './HallForm.tsx'

/** The screen of the hall: where it stands, how it looks and sounds. */
export function HallCard() {
  const hall = useHallScreen()
  const [settings, setSettings] = useState<HallSettings | null>(null)
  useEffect(() => {
    void settled(window.desk.hallSettings({})).then(got => got.ok && setSettings(got.value))
  }, [])
  if (hall.screen === null || settings === null) return null
  return (
    <div className="card-body">
      <HallPlaceFields hall={hall} screen={hall.screen} />
      <HallForm first={settings} />
    </div>
  )
}

function HallPlaceFields({ hall, screen }: { hall: HallAtDesk; screen: NonNullable<HallAtDesk['screen']> }) {
  const { t } = useWords()
  const { displays, isOpen, told } = screen
  const chosen = displays.find(({ isChosen }) => isChosen)
  return (
    <>
      {displays.length === 0 ? <p className="mute">{t('hall.no_display')}</p> : null}
      {displays.length > 1 ? (
        <Select
          label={t('hall.display')}
          allowDeselect={false}
          data={displays.map(({ id, width, height }, at) => ({
            value: String(id),
            label: t('hall.display_option', { number: at + 2, width, height }),
          }))}
          value={String(chosen?.id ?? '')}
          onChange={id => void hall.open(Number(id))}
        />
      ) : null}
      <div className="buttons">
        <Button
          variant="default"
          loading={hall.call.busy}
          onClick={() => void (isOpen ? hall.close() : hall.open(null))}
        >
          {t(isOpen ? 'hall.close' : 'hall.open')}
        </Button>
        {isOpen ? (
          <Button variant="default" onClick={() => void hall.turn()}>
            {t(screen.isHidden ? 'hall.show' : 'hall.hide')}
          </Button>
        ) : null}
      </div>
      {told ? <Notice tone="amber">{t(`hall.told.${told}`)}</Notice> : null}
      <ErrorNotice error={hall.call.error} />
    </>
  )
}
