import { Button, Checkbox, NumberInput, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { HallSettings } from '#shared/hall/model.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { HallLoudness, type LoudnessLine, linesOf, loudnessOf } from './HallLoudness.tsx'

const SWITCHES = ['moves', 'flash', 'chime', 'voice'] as const
const SWITCH_WORDS = {
  moves: 'hall.moves',
  flash: 'hall.flash',
  chime: 'hall.chime',
  voice: 'hall.voice',
} as const satisfies Record<(typeof SWITCHES)[number], LocaleKey>

/** How the screen of the hall looks and sounds; the hall follows as soon as it is kept. */
export function HallForm({ first }: { first: HallSettings }) {
  const { t } = useWords()
  const call = useCall()
  const [settings, setSettings] = useState(first)
  const [lines, setLines] = useState<readonly LoudnessLine[]>(() => linesOf(first.loudness))
  const [kept, setKept] = useState(false)
  const loudness = loudnessOf(lines)
  const asked = loudness === null ? null : HallSettings.safeParse({ ...settings, loudness })
  const set = (part: Partial<HallSettings>) => {
    setKept(false)
    setSettings({ ...settings, ...part })
  }
  const keep = async () => {
    if (!asked?.success) return
    setKept((await call.run(() => window.desk.hallConfigure(asked.data))) !== null)
  }
  return (
    <>
      <HallLook settings={settings} set={set} />
      {SWITCHES.map(name => (
        <Checkbox
          key={name}
          label={t(SWITCH_WORDS[name])}
          description={name === 'voice' ? t('hall.voice_why') : undefined}
          checked={settings[name]}
          onChange={event => set({ [name]: event.currentTarget.checked })}
        />
      ))}
      <NumberInput
        label={t('hall.times')}
        min={1}
        max={3}
        allowDecimal={false}
        value={settings.times}
        onChange={value => set({ times: Number(value) })}
      />
      <HallLoudness
        lines={lines}
        isWrong={loudness === null}
        onChange={next => {
          setKept(false)
          setLines(next)
        }}
      />
      <div className="buttons">
        <Button variant="default" loading={call.busy} disabled={!asked?.success} onClick={() => void keep()}>
          {t('act.keep')}
        </Button>
      </div>
      {kept ? <Notice tone="green">{t('settings.kept')}</Notice> : null}
      <ErrorNotice error={call.error} />
    </>
  )
}

function HallLook({ settings, set }: { settings: HallSettings; set: (part: Partial<HallSettings>) => void }) {
  const { t } = useWords()
  return (
    <>
      <span id="hall-languages">{t('hall.languages')}</span>
      <SegmentedControl
        aria-labelledby="hall-languages"
        value={settings.languages}
        data={HallSettings.shape.languages.options.map(one => ({ value: one, label: t(`hall.languages.${one}`) }))}
        onChange={one => set({ languages: HallSettings.shape.languages.catch('both').parse(one) })}
      />
      <span id="hall-theme">{t('hall.theme')}</span>
      <SegmentedControl
        aria-labelledby="hall-theme"
        value={settings.theme}
        data={HallSettings.shape.theme.options.map(one => ({ value: one, label: t(`settings.lighting.${one}`) }))}
        onChange={one => set({ theme: HallSettings.shape.theme.catch('light').parse(one) })}
      />
      <NumberInput
        label={t('hall.leave_after')}
        min={1}
        max={60}
        allowDecimal={false}
        value={settings.leaveAfter}
        onChange={value => set({ leaveAfter: Number(value) })}
      />
      {(['kk', 'ru'] as const).map(language => (
        <Textarea
          key={language}
          label={t(`hall.text.${language}`)}
          description={language === 'kk' ? t('hall.text.why') : undefined}
          lang={language}
          autosize
          maxRows={4}
          maxLength={400}
          value={settings.text[language]}
          onChange={event => set({ text: { ...settings.text, [language]: event.currentTarget.value } })}
        />
      ))}
    </>
  )
}
