import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import type { DemandAddressee } from '#shared/demand/model.ts'
import { joined } from '#shared/text/isolated.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { officialName } from '../../components/official-name.ts'
import { useOffered } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'

const NOBODY: DemandAddressee = { unit: null, body: null, officialId: null }

/** The addressee a line of the list stands for; null: nobody is chosen. */
export function addresseeOf(value: string): DemandAddressee | null {
  const [kind, ...rest] = value.split(':')
  const code = rest.join(':')
  if (code === '') return null
  if (kind === 'unit') return { ...NOBODY, unit: code }
  return kind === 'body' ? { ...NOBODY, body: code } : { ...NOBODY, officialId: code }
}

interface Filled {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Who must give materials (clause 31): a unit, a territorial body, or an official. */
export function AddresseeField({ value, onChange }: Filled) {
  const { t, language } = useWords()
  const today = useToday()
  const officials = useOfficials()
  const units = useOffered('unit', today)
  const bodies = useOffered('body', today)
  const data = useMemo(() => {
    const entries = (kind: string, of: typeof units) =>
      of.map(one => ({ value: `${kind}:${one.code}`, label: one[language] }))
    const people = (officials ?? []).map(one => ({
      value: `official:${one.id}`,
      label: joined([officialName(one, language), one.position[language]], ', '),
    }))
    const groups = [
      { group: t('executor.bodies'), items: entries('body', bodies) },
      { group: t('executor.units'), items: entries('unit', units) },
      { group: t('executor.officials'), items: people },
    ]
    return [{ value: '', label: t('executor.choose') }, ...groups.filter(({ items }) => items.length > 0)]
  }, [officials, units, bodies, language, t])
  return (
    <NativeSelect
      label={t('demand.whom')}
      data-autofocus
      value={value}
      data={data}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
