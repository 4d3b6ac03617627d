import { Button, NumberInput, SegmentedControl } from '@mantine/core'
import { useEffect, useState } from 'react'
import { settled } from '../../app/desk.ts'
import { type Lighting, useDesk } from '../../app/desk-context.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

const LIGHTINGS: readonly Lighting[] = ['system', 'light', 'dark']
const LEAST = 50
const MOST = 100_000

/** How the screen is lit, and how much of the disk must stay free for anything to be accepted. */
export function DeskSettings() {
  const { t } = useWords()
  const { lighting, light } = useDesk()
  const call = useCall()
  const [floor, setFloor] = useState<number | null>(null)
  const [kept, setKept] = useState(false)
  useEffect(() => {
    void settled(window.desk.settingsGet({})).then(got => {
      if (got.ok) setFloor(got.value.floorMegabytes)
    })
  }, [])
  if (floor === null) return null
  const keep = async (theme: Lighting) => {
    setKept(false)
    const done = await call.run(async () => {
      // Read anew: the printer of talons is chosen in another part of this screen.
      const now = await window.desk.settingsGet({})
      return now.ok ? window.desk.settingsSet({ ...now.value, floorMegabytes: floor, theme }) : now
    })
    if (done === null) return
    light(theme)
    setKept(true)
  }
  return (
    <>
      <span id="lighting-label">{t('settings.lighting')}</span>
      <SegmentedControl
        aria-labelledby="lighting-label"
        value={lighting}
        data={LIGHTINGS.map(one => ({ value: one, label: t(`settings.lighting.${one}`) }))}
        onChange={chosen => void keep(LIGHTINGS.find(one => one === chosen) ?? 'system')}
      />
      <NumberInput
        label={t('settings.floor')}
        description={t('settings.floor_why')}
        min={LEAST}
        max={MOST}
        clampBehavior="blur"
        allowDecimal={false}
        thousandSeparator=" "
        value={floor}
        onChange={value => setFloor(Math.round(Number(value)))}
      />
      <div className="buttons">
        <Button
          variant="default"
          loading={call.busy}
          disabled={floor < LEAST || floor > MOST}
          onClick={() => void keep(lighting)}
        >
          {t('act.keep')}
        </Button>
      </div>
      {kept ? <Notice tone="green">{t('settings.kept')}</Notice> : null}
      <ErrorNotice error={call.error} />
    </>
  )
}
