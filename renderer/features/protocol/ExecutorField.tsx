import { NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { Official } from '#shared/official/model.ts'
import { joined } from '#shared/text/isolated.ts'
import { officialName } from '../../components/official-name.ts'
import { useOffered } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { BY_NAME, chosenValue, type ExecutorTyped, executorChosen, listValue, NOBODY } from './executor-form.ts'

interface Filled {
  readonly value: ExecutorTyped
  /** The language of the paper the name will stand on. */
  readonly language: Language
  readonly officials: readonly Official[]
  readonly error?: string | null
  /** The first field has the focus from the first. */
  readonly isFirst?: boolean
  readonly onChange: (value: ExecutorTyped) => void
}

/** Who executes: somebody of the directory, a unit, a body, or anybody else by name. */
export function ExecutorField({ value, language, officials, error = null, isFirst = false, onChange }: Filled) {
  const { t } = useWords()
  const [isByName, setByName] = useState(false)
  const data = useExecutors(value, officials, language)
  const chosen = chosenValue(value, isByName)
  const choose = (next: string) => {
    setByName(next === BY_NAME)
    onChange(
      next === BY_NAME
        ? { ...NOBODY, who: value.officialId === null ? value.who : '' }
        : executorChosen(next, officials, language),
    )
  }
  return (
    <>
      <NativeSelect
        label={t('executor.label')}
        {...(isFirst ? { 'data-autofocus': true } : {})}
        value={chosen}
        data={data}
        error={chosen === '' ? error : null}
        onChange={event => choose(event.currentTarget.value)}
      />
      {chosen === '' || value.officialId !== null ? null : (
        <TextInput
          label={t(chosen === BY_NAME ? 'executor.name' : 'executor.name_known')}
          description={t('executor.name_hint')}
          lang={language}
          maxLength={200}
          autoComplete="off"
          value={value.who}
          error={chosen === BY_NAME && value.who.trim() === '' ? error : null}
          onChange={event => onChange({ ...value, who: event.currentTarget.value })}
        />
      )}
    </>
  )
}

/** The lines of the list; what was chosen once is among them also when it is offered no more. */
function useExecutors({ unit, body, officialId }: ExecutorTyped, officials: readonly Official[], language: Language) {
  const { t } = useWords()
  const today = useToday()
  const units = useOffered('unit', today)
  const bodies = useOffered('body', today)
  return useMemo(() => {
    const names = [...new Set([...officials.map(one => one.unit[language]), ...units.map(one => one[language])])]
    if (officialId === null && unit !== '' && !names.includes(unit)) names.push(unit)
    const known = bodies.map(one => ({ value: listValue.body(one.code), label: one[language] }))
    if (body !== null && !bodies.some(({ code }) => code === body))
      known.push({ value: listValue.body(body), label: body })
    const people = officials.map(one => ({
      value: listValue.official(one.id),
      label: joined([officialName(one, language), one.position[language]], ', '),
    }))
    const groups = [
      { group: t('executor.officials'), items: people },
      {
        group: t('executor.units'),
        items: names.filter(Boolean).map(name => ({ value: listValue.unit(name), label: name })),
      },
      { group: t('executor.bodies'), items: known },
    ]
    return [
      { value: '', label: t('executor.choose') },
      { value: BY_NAME, label: t('executor.by_name') },
      ...groups.filter(({ items }) => items.length > 0),
    ]
  }, [officials, units, bodies, unit, body, officialId, language, t])
}
