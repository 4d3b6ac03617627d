import { useMemo } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { Bar } from '#shared/instruction/bars.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'

/** What is said of an executor by clause 35, each with its earlier case: a stop nobody overrules, a warning is thought over. */
export function BarLines({ bars }: { bars: readonly Bar[] }) {
  const { t } = useWords()
  return bars.map(bar => (
    <Notice key={`${bar.code} ${bar.application}`} tone={bar.level === 'stop' ? 'red' : 'amber'}>
      {t(`instruction.bar.${bar.code}`)}{' '}
      {bar.application === null ? null : <EarlierCase id={bar.application} bar={bar} />}
    </Notice>
  ))
}

/** The earlier case by its number and the day, with the way to it. */
function EarlierCase({ id, bar }: { id: EntityId; bar: Bar }) {
  const { t, dates } = useWords()
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id }), [id]),
  )
  const number = card?.registered ? numberText(card.registered.number) : (card?.personal?.eotinish ?? '')
  const day = bar.on === null ? '' : screenDate(bar.on, dates)
  return (
    <a className="link" href={addressOf('applications', { open: id })}>
      {joined([number || t('instruction.earlier_case'), day], ', ')}
    </a>
  )
}
