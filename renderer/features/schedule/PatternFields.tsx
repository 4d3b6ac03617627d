import { NativeSelect, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import type { Official } from '#shared/official/model.ts'
import { kindsOf } from '#shared/schedule/kinds.ts'
import { ReceptionMode } from '#shared/schedule/model.ts'
import { LinkField } from '../../components/LinkField.tsx'
import { officialName } from '../../components/official-name.ts'
import { RoomField } from '../../components/RoomField.tsx'
import { typedTime } from '../../components/typed-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { receptionRules } from '../directories/reception-rules.ts'
import { KIND_WORDS, MODE_WORDS } from './kind-words.ts'
import { EVERYONE, type PatternTyped } from './pattern-form.ts'

interface Fields {
  readonly typed: PatternTyped
  readonly officials: readonly Official[]
  readonly onType: (typed: PatternTyped) => void
}

const PATTERN_KINDS = ['scheduled', 'same_day'] as const

/** Fields of a pattern: whose days, which rule, when, where, of which kind. */
export function PatternFields({ typed, officials, onType }: Fields) {
  const { t, language } = useWords()
  const official = officials.find(one => one.id === typed.officialId)
  const choose = (id: string) => {
    const one = officials.find(known => known.id === id)
    if (one === undefined) return onType(EVERYONE)
    const { rule, from, to, room } = one
    onType({
      ...typed,
      officialId: id,
      rule: rule ?? 'second_tuesday',
      from: from ?? '15:00',
      to: to ?? '18:00',
      room,
      kind: 'scheduled',
    })
  }
  return (
    <div className="form-grid">
      <NativeSelect
        className="wide"
        label={t('schedule.form.official')}
        data-autofocus
        data={[
          { value: '', label: t('schedule.pattern.everyone') },
          ...officials.map(one => ({ value: one.id, label: officialName(one, language) })),
        ]}
        value={typed.officialId}
        onChange={event => choose(event.currentTarget.value)}
      />
      {official === undefined ? null : <OwnFields typed={typed} official={official} onType={onType} />}
    </div>
  )
}

/** Fields of a pattern of one official, filled from the directory to begin with. */
function OwnFields({ typed, official, onType }: Omit<Fields, 'officials'> & { official: Official }) {
  const { t } = useWords()
  const rules = useMemo(() => receptionRules(t), [t])
  const time = (name: 'from' | 'to') => ({
    value: typed[name],
    error: typedTime(typed[name]) === null ? t('form.time') : undefined,
    onChange: (event: { currentTarget: { value: string } }) => onType({ ...typed, [name]: event.currentTarget.value }),
  })
  const kinds = PATTERN_KINDS.filter(one => kindsOf(official.category).includes(one))
  return (
    <>
      <NativeSelect
        label={t('field.officials.reception_rule')}
        data={rules}
        value={typed.rule}
        onChange={event => onType({ ...typed, rule: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('schedule.form.kind')}
        data={kinds.map(one => ({ value: one, label: t(KIND_WORDS[one]) }))}
        value={typed.kind}
        onChange={event =>
          onType({ ...typed, kind: kinds.find(one => one === event.currentTarget.value) ?? 'scheduled' })
        }
      />
      <div className="form-pair">
        <TextInput label={t('field.officials.from')} {...time('from')} />
        <TextInput label={t('field.officials.to')} {...time('to')} />
      </div>
      <NativeSelect
        label={t('schedule.form.mode')}
        data={ReceptionMode.options.map(one => ({ value: one, label: t(MODE_WORDS[one]) }))}
        value={typed.mode}
        onChange={event => onType({ ...typed, mode: ReceptionMode.parse(event.currentTarget.value) })}
      />
      {typed.mode === 'in_person' ? (
        <RoomField label={t('schedule.column.room')} value={typed.room} onChange={room => onType({ ...typed, room })} />
      ) : (
        <LinkField
          label={t('schedule.form.link')}
          value={typed.link}
          error={typed.link.trim() === '' ? t('form.needed') : undefined}
          onChange={link => onType({ ...typed, link })}
        />
      )}
    </>
  )
}
