import { Button, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { TalonShape } from '#shared/application/registration.ts'
import type { DeskSettings, ResultOf } from '#shared/ipc/contract.ts'
import { settled } from '../../app/desk.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

type Printers = ResultOf<'printer.list'>['printers']
type Tested = ResultOf<'printer.test'>['state']

/** No printer: a name that a system cannot give. */
const NONE = ''
const TONES = { printed: 'green', saved: 'green', canceled: 'sky', failed: 'red' } as const

/** What this desk prints talons on: the shape of the paper and the printer. Without one talons are kept as PDF. */
export function TalonPrinter() {
  const { t } = useWords()
  const call = useCall()
  const [settings, setSettings] = useState<DeskSettings | null>(null)
  const [printers, setPrinters] = useState<Printers>([])
  const [told, setTold] = useState<Tested | 'kept' | null>(null)
  useEffect(() => {
    void settled(window.desk.settingsGet({})).then(got => got.ok && setSettings(got.value))
    void settled(window.desk.printerList({})).then(got => got.ok && setPrinters(got.value.printers))
  }, [])
  if (settings === null) return null
  const { shape, printer } = settings.talon
  const choose = async (talon: DeskSettings['talon']) => {
    setTold(null)
    const kept = await call.run(async () => {
      // Read anew: what another part of this screen has kept meanwhile stays.
      const now = await window.desk.settingsGet({})
      if (!now.ok) return now
      const next = { ...now.value, talon }
      const done = await window.desk.settingsSet(next)
      return done.ok ? { ...done, value: next } : done
    })
    if (kept === null) return
    setSettings(kept)
    setTold('kept')
  }
  const test = async () => {
    setTold(null)
    const done = await call.run(() => window.desk.printerTest({ shape, printer }))
    if (done !== null) setTold(done.state)
  }
  return (
    <div className="card-body">
      <Select
        label={t('printer.shape')}
        description={t('printer.shape_why')}
        allowDeselect={false}
        data={TalonShape.options.map(one => ({ value: one, label: t(`printer.shape.${one}`) }))}
        value={shape}
        onChange={chosen => void choose({ printer, shape: TalonShape.catch(shape).parse(chosen) })}
      />
      <Select
        label={t('printer.printer')}
        allowDeselect={false}
        data={choicesOf(printers, printer, t('printer.none'), name => t('printer.standard', { name }))}
        value={printer ?? NONE}
        onChange={chosen => void choose({ shape, printer: chosen === NONE ? null : chosen })}
      />
      <PrinterState printer={printer} printers={printers} />
      <div className="buttons">
        <Button variant="default" loading={call.busy} onClick={() => void test()}>
          {printer === null ? t('printer.test_save') : t('printer.test')}
        </Button>
      </div>
      {told === 'kept' ? <Notice tone="green">{t('settings.kept')}</Notice> : null}
      {told === null || told === 'kept' ? null : <Notice tone={TONES[told]}>{t(`printer.tested.${told}`)}</Notice>}
      <ErrorNotice error={call.error} />
    </div>
  )
}

/** What becomes of a talon with this choice, where it is not simply printed. */
function PrinterState({ printer, printers }: { printer: string | null; printers: Printers }) {
  const { t } = useWords()
  if (printer === null) return <Notice tone="sky">{t('printer.none_why')}</Notice>
  if (printers.some(({ name }) => name === printer)) return null
  return <Notice tone="amber">{t('printer.gone', { name: printer })}</Notice>
}

/** None, the machine's printers, and the chosen one where it is not among them now. */
function choicesOf(printers: Printers, chosen: string | null, none: string, standard: (name: string) => string) {
  const known = printers.map(({ name, standard: isStandard }) => ({
    value: name,
    label: isStandard ? standard(name) : name,
  }))
  const isKnown = chosen === null || printers.some(({ name }) => name === chosen)
  return [{ value: NONE, label: none }, ...known, ...(isKnown ? [] : [{ value: chosen, label: chosen }])]
}
