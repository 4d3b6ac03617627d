import { useMemo } from 'react'
import { useRows } from '../../../../app/use-rows.ts'
import type { ApplicationCard, EarlierCase } from '../../../../db/query-types.ts'

const ASKED = 50

const NOBODY = { iin: '', bin: '', phone: '', surname: '', given: '', patronymic: '', essence: '' }

/** Other cases of the person of a card, those of a like matter first. Here alone it is asked which they are. */
export function useEarlierCases({ id, personal }: Pick<ApplicationCard, 'id' | 'personal'>): readonly EarlierCase[] {
  const params = useMemo(() => {
    if (personal === null) return { person: NOBODY, limit: ASKED }
    const { iin, bin, phone, surname, given, patronymic, essence } = personal
    return { person: { iin, bin, phone, surname, given, patronymic, essence }, limit: ASKED }
  }, [personal])
  const cases = useRows('applications.earlier', params)
  return useMemo(() => {
    const others = (cases ?? []).filter(({ row }) => row.id !== id)
    return [...others.filter(one => one.sameMatter), ...others.filter(one => !one.sameMatter)]
  }, [cases, id])
}
