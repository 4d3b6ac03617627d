import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { numberText } from '#shared/application/number.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import type { AttentionRow } from '../../db/query-types.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Something only a person can settle, with the way to everything it is about. */
export function AttentionLine({ attention }: { attention: AttentionRow }) {
  const { t, dates } = useWords()
  const { i18n } = useTranslation()
  const { kind, entities, since } = attention
  const day = PlainDate.safeParse(since)
  const schedule = PlainMonth.safeParse(entities[0]?.replace(/^schedule:/, ''))
  return (
    <li>
      <Badge tone="amber">{t('today.attention')}</Badge>
      <span className="grow">
        {sentenceOf(i18n, `attention.${kind}`, {}, kind)}{' '}
        <span className="mute">{day.success ? screenDate(day.data, dates) : ''}</span>
      </span>
      {entities
        .filter(id => id.startsWith('application:'))
        .map(id => (
          <SeeApplication key={id} id={id} />
        ))}
      {schedule.success ? (
        <Button variant="default" onClick={() => goTo('schedule', { month: schedule.data })}>
          {t('today.see')}
        </Button>
      ) : null}
    </li>
  )
}

/** By its number; an imported one has none. */
function SeeApplication({ id }: { id: string }) {
  const { t } = useWords()
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id }), [id]),
  )
  return (
    <Button variant="default" onClick={() => goTo('applications', { open: id })}>
      {card?.registered ? numberText(card.registered.number) : t('today.see')}
    </Button>
  )
}
