import { NativeSelect, TextInput } from '@mantine/core'
import { LinkField } from '../../../components/LinkField.tsx'
import { officialName } from '../../../components/official-name.ts'
import { RoomField } from '../../../components/RoomField.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ActingField } from '../absences/ActingField.tsx'
import { actingFirst, type Faults } from '../absences/absence-form.ts'
import type { PlanKnown } from '../use-plan.ts'
import { HYPOTHESES, type HypothesisFields } from './hypothesis-form.ts'

interface Shown {
  readonly known: PlanKnown
  readonly fields: HypothesisFields
  readonly faults: Faults<HypothesisFields>
  readonly onChange: (fields: HypothesisFields) => void
}

/** What might happen, to whom or what, and on which days. */
export function HypothesisFieldset(shown: Shown) {
  const { t } = useWords()
  const { fields, faults, onChange } = shown
  const { kind } = fields
  const textOf = (name: 'from' | 'to' | 'count') => ({
    value: fields[name],
    error: faults[name] === undefined ? undefined : t(faults[name]),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...fields, [name]: event.currentTarget.value }),
  })
  return (
    <div className="card-body">
      <NativeSelect
        label={t('what_if.kind')}
        value={kind}
        data={HYPOTHESES.map(value => ({ value, label: t(`what_if.kind.${value}`) }))}
        onChange={event => {
          const next = HYPOTHESES.find(one => one === event.currentTarget.value)
          if (next !== undefined) onChange({ ...fields, kind: next })
        }}
      />
      <Of {...shown} />
      {kind === 'more_people' ? (
        <TextInput label={t('what_if.count')} inputMode="numeric" {...textOf('count')} />
      ) : (
        <div className="tell-days">
          <TextInput label={t('absence.from')} placeholder={t('register.date_example')} {...textOf('from')} />
          {kind === 'restricted' ? (
            <TextInput label={t('restriction.to')} placeholder={t('restriction.to.open')} {...textOf('to')} />
          ) : (
            <TextInput label={t('absence.to')} placeholder={t('register.date_example')} {...textOf('to')} />
          )}
        </div>
      )}
      {kind === 'official_away' ? <ActingField {...shown} /> : null}
    </div>
  )
}

/** Whom or what it is about. */
function Of({ known, fields, faults, onChange }: Shown) {
  const { t, language } = useWords()
  const errorOf = (name: 'room' | 'link') => (faults[name] === undefined ? undefined : t(faults[name]))
  switch (fields.kind) {
    case 'room_lost':
      return (
        <RoomField
          label={t('absence.missing.room')}
          value={fields.room}
          error={errorOf('room')}
          onChange={room => onChange({ ...fields, room })}
        />
      )
    case 'link_lost':
      return (
        <LinkField
          label={t('absence.missing.link')}
          value={fields.link}
          error={errorOf('link')}
          onChange={link => onChange({ ...fields, link })}
        />
      )
    case 'restricted':
      return null
    default:
      return (
        <NativeSelect
          label={t('column.official')}
          value={fields.official}
          data={known.plan.officials.map(one => ({ value: one.id, label: officialName(one, language) }))}
          onChange={event => {
            const official = known.plan.officials.find(({ id }) => id === event.currentTarget.value)
            onChange({ ...fields, official: official?.id ?? '', acting: actingFirst(official) })
          }}
        />
      )
  }
}
