import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { DateField } from '../../../components/DateField.tsx'
import { useToday } from '../../../components/use-office-time.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** What an extension rests on while it is typed; `isWhole`: nothing of it is missing. */
export function useBasis() {
  const [on, setOn] = useState<string | null>(useToday())
  const [number, setNumber] = useState('')
  const [by, setBy] = useState('')
  const basis = { on, number: number.trim(), by: by.trim() }
  const isWhole = on !== null && basis.number !== '' && basis.by !== ''
  return { basis, isWhole, typed: { number, by }, setOn, setNumber, setBy }
}

/** The decision an extension rests on: its day, its number, and who took it. */
export function BasisFields({ of: { basis, typed, setOn, setNumber, setBy } }: { of: ReturnType<typeof useBasis> }) {
  const { t } = useWords()
  const today = useToday()
  return (
    <fieldset className="control-basis">
      <legend>{t('control.extend.basis')}</legend>
      <DateField label={t('control.extend.decided_on')} value={basis.on} maxDate={today} onChange={setOn} />
      <TextInput
        label={t('control.extend.number')}
        value={typed.number}
        maxLength={60}
        onChange={event => setNumber(event.currentTarget.value)}
      />
      <TextInput
        label={t('control.extend.by')}
        value={typed.by}
        maxLength={200}
        onChange={event => setBy(event.currentTarget.value)}
      />
    </fieldset>
  )
}
