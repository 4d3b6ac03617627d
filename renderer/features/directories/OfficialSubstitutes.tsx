import { NativeSelect } from '@mantine/core'
import { IconArrowUp, IconX } from '@tabler/icons-react'
import { Controller, type UseFormReturn } from 'react-hook-form'
import type { Official } from '#shared/official/model.ts'
import { inOffice } from '#shared/official/post.ts'
import { officialName } from '../../components/official-name.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { FormPart } from './FormPart.tsx'
import type { OfficialFields } from './official-form.ts'

interface Filled {
  readonly form: UseFormReturn<OfficialFields>
  /** All but the official of the form. */
  readonly others: readonly Official[]
}

/** Who acts for the official, in order: added at the end, moved up, taken out. */
export function OfficialSubstitutes({ form, others }: Filled) {
  const { t } = useWords()
  return (
    <FormPart title="directories.official.part.substitutes">
      <Controller
        control={form.control}
        name="substitutes"
        render={({ field }) => (
          <Order
            value={field.value}
            onChange={field.onChange}
            others={others}
            hint={t('directories.official.substitutes_hint')}
          />
        )}
      />
    </FormPart>
  )
}

interface Ordered {
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly others: readonly Official[]
  readonly hint: string
}

function Order({ value, onChange, others, hint }: Ordered) {
  const { t, language } = useWords()
  const today = useToday()
  const nameOf = (id: string) => {
    const known = others.find(one => one.id === id)
    return known === undefined ? t('directories.official.unknown') : officialName(known, language)
  }
  const offered = inOffice(others, today).filter(({ id }) => !value.includes(id))
  const upFrom = (place: number) =>
    value.flatMap((id, at) => (at === place ? [] : at === place - 1 ? [value[place] ?? id, id] : [id]))
  return (
    <>
      {value.length === 0 ? null : (
        <ol className="wide substitutes">
          {value.map((id, place) => (
            <li key={id}>
              <span>{nameOf(id)}</span>
              {place === 0 ? null : (
                <button
                  type="button"
                  className="link"
                  aria-label={t('directories.official.substitute_up', { name: nameOf(id) })}
                  onClick={() => onChange(upFrom(place))}
                >
                  <IconArrowUp size={18} aria-hidden="true" />
                </button>
              )}
              <button
                type="button"
                className="link"
                aria-label={t('directories.official.substitute_out', { name: nameOf(id) })}
                onClick={() => onChange(value.filter(one => one !== id))}
              >
                <IconX size={18} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ol>
      )}
      <NativeSelect
        className="wide"
        label={t('directories.official.substitute_add')}
        description={hint}
        disabled={value.length >= 10 || offered.length === 0}
        data={[
          { value: '', label: t('directories.official.substitute_none') },
          ...offered.map(one => ({ value: one.id, label: officialName(one, language) })),
        ]}
        value=""
        onChange={event => {
          if (event.currentTarget.value !== '') onChange([...value, event.currentTarget.value])
        }}
      />
    </>
  )
}
