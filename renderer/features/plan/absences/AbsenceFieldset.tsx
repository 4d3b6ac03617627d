import { NativeSelect, TextInput } from '@mantine/core'
import { useId } from 'react'
import { LinkField } from '../../../components/LinkField.tsx'
import { officialName } from '../../../components/official-name.ts'
import { RoomField } from '../../../components/RoomField.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { PlanKnown } from '../use-plan.ts'
import { ActingField } from './ActingField.tsx'
import { type AbsenceFields, actingFirst, type Faults, GROUNDS } from './absence-form.ts'

interface Shown {
  readonly known: PlanKnown
  readonly fields: AbsenceFields
  readonly faults: Faults<AbsenceFields>
  readonly onChange: (fields: AbsenceFields) => void
}

/** Who or what is missing, on which days, why, since when it is known, and who acts. */
export function AbsenceFieldset(shown: Shown) {
  const { t } = useWords()
  const { fields, faults, onChange } = shown
  const textOf = (name: 'from' | 'to' | 'toldOn') => ({
    value: fields[name],
    placeholder: t('register.date_example'),
    error: faults[name] === undefined ? undefined : t(faults[name]),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...fields, [name]: event.currentTarget.value }),
  })
  return (
    <div className="card-body">
      <MissingFields {...shown} />
      <div className="tell-days">
        <TextInput label={t('absence.from')} {...textOf('from')} />
        <TextInput label={t('absence.to')} {...textOf('to')} />
      </div>
      <NativeSelect
        label={t('absence.ground')}
        value={fields.ground}
        data={GROUNDS[fields.kind].map(value => ({ value, label: t(`absence.ground.${value}`) }))}
        onChange={event => {
          const ground = GROUNDS[fields.kind].find(one => one === event.currentTarget.value)
          if (ground !== undefined) onChange({ ...fields, ground })
        }}
      />
      <TextInput label={t('absence.told_on')} {...textOf('toldOn')} />
      {fields.kind === 'official' ? <ActingField {...shown} /> : null}
      <TextInput
        label={t('absence.note')}
        maxLength={300}
        value={fields.note}
        onChange={event => onChange({ ...fields, note: event.currentTarget.value })}
      />
    </div>
  )
}

const KINDS = ['official', 'room', 'link'] as const

function MissingFields({ known, fields, faults, onChange }: Shown) {
  const { t, language } = useWords()
  const name = useId()
  const errorOf = (field: 'room' | 'link') => (faults[field] === undefined ? undefined : t(faults[field]))
  return (
    <>
      <fieldset className="tell-kinds">
        <legend>{t('absence.missing')}</legend>
        {KINDS.map(kind => (
          <label key={kind}>
            <input
              type="radio"
              name={name}
              checked={fields.kind === kind}
              onChange={() => onChange({ ...fields, kind, ground: GROUNDS[kind][0] })}
            />
            {t(`absence.missing.${kind}`)}
          </label>
        ))}
      </fieldset>
      {fields.kind === 'official' ? (
        <NativeSelect
          label={t('column.official')}
          value={fields.official}
          data={known.plan.officials.map(one => ({ value: one.id, label: officialName(one, language) }))}
          onChange={event => {
            const official = known.plan.officials.find(({ id }) => id === event.currentTarget.value)
            onChange({ ...fields, official: official?.id ?? '', acting: actingFirst(official) })
          }}
        />
      ) : null}
      {fields.kind === 'room' ? (
        <RoomField
          label={t('absence.missing.room')}
          value={fields.room}
          error={errorOf('room')}
          onChange={room => onChange({ ...fields, room })}
        />
      ) : null}
      {fields.kind === 'link' ? (
        <LinkField
          label={t('absence.missing.link')}
          value={fields.link}
          error={errorOf('link')}
          onChange={link => onChange({ ...fields, link })}
        />
      ) : null}
    </>
  )
}
