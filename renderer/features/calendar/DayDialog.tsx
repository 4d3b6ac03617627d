import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type CalendarDay, type CalendarYear, DayMark } from '#shared/calendar/model.ts'
import { KNOWN_HOLIDAYS, keyOfRow } from '#shared/calendar/seed-holidays.ts'
import { useWords } from '../../i18n/use-words.ts'
import { FAULT_WORDS, MARK_WORDS } from './calendar-words.ts'
import { type DayFields, dayOf, faultsOf, fieldsOf, withHoliday } from './day-form.ts'

interface Opened {
  readonly year: CalendarYear
  /** Null: a new one. */
  readonly day: CalendarDay | null
  readonly onSet: (day: CalendarDay) => void
  readonly onClose: () => void
}

/** The form of a row. A known holiday is chosen and brings its names; all can be typed. */
export function DayDialog({ year, day, onSet, onClose }: Opened) {
  const { t } = useWords()
  const [fields, setFields] = useState(() => fieldsOf(day))
  const [isTried, setTried] = useState(false)
  const faults = faultsOf(fields, year, day?.date ?? null)
  const isSound = faults.date === null && !faults.nameKk && !faults.nameRu
  const submit = () => {
    setTried(true)
    if (isSound) onSet(dayOf(fields))
  }
  return (
    <Modal
      opened
      size={760}
      onClose={onClose}
      title={<b>{t(day === null ? 'calendar.new_day' : 'calendar.day')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <form
        className="card-body"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <Fields fields={fields} onChange={setFields} faults={isTried ? faults : null} year={year.year} />
        <div className="buttons">
          <Button type="submit">{t('act.keep')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface Filled {
  readonly fields: DayFields
  readonly onChange: (fields: DayFields) => void
  readonly faults: ReturnType<typeof faultsOf> | null
  readonly year: number
}

function Fields({ fields, onChange, faults, year }: Filled) {
  const { t } = useWords()
  const change = (more: Partial<DayFields>) => onChange({ ...fields, ...more })
  const needed = (isMissing: boolean | undefined) => (isMissing ? t('form.needed') : undefined)
  return (
    <div className="form-grid">
      <TextInput
        label={t('calendar.field.date')}
        data-autofocus
        value={fields.date}
        error={faults?.date ? t(FAULT_WORDS[faults.date], { year }) : undefined}
        onChange={event => change({ date: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('calendar.column.kind')}
        value={fields.mark}
        data={DayMark.options.map(value => ({ value, label: t(MARK_WORDS[value]) }))}
        onChange={event => change({ mark: DayMark.parse(event.currentTarget.value) })}
      />
      {fields.mark === 'holiday' ? <KnownHoliday fields={fields} onChange={onChange} /> : null}
      <TextInput
        label={t('calendar.column.name_kk')}
        lang="kk"
        maxLength={400}
        value={fields.nameKk}
        error={needed(faults?.nameKk)}
        onChange={event => change({ nameKk: event.currentTarget.value })}
      />
      <TextInput
        label={t('calendar.column.name_ru')}
        lang="ru"
        maxLength={400}
        value={fields.nameRu}
        error={needed(faults?.nameRu)}
        onChange={event => change({ nameRu: event.currentTarget.value })}
      />
      <Textarea
        label={t('calendar.column.act_kk')}
        lang="kk"
        rows={2}
        maxLength={400}
        value={fields.actKk}
        onChange={event => change({ actKk: event.currentTarget.value })}
      />
      <Textarea
        label={t('calendar.column.act_ru')}
        lang="ru"
        rows={2}
        maxLength={400}
        value={fields.actRu}
        onChange={event => change({ actRu: event.currentTarget.value })}
      />
    </div>
  )
}

function KnownHoliday({ fields, onChange }: Pick<Filled, 'fields' | 'onChange'>) {
  const { t, language } = useWords()
  const key = keyOfRow('holiday', { kk: fields.nameKk, ru: fields.nameRu })
  const isKnown = KNOWN_HOLIDAYS.some(one => one.key === key)
  return (
    <NativeSelect
      className="wide"
      label={t('calendar.field.known')}
      value={isKnown ? key : ''}
      data={[
        { value: '', label: t('calendar.field.known.other') },
        ...KNOWN_HOLIDAYS.map(one => ({ value: one.key, label: one.name[language] })),
      ]}
      onChange={event => onChange(withHoliday(fields, event.currentTarget.value))}
    />
  )
}
