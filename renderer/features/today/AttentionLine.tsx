import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import type { AttentionRow } from '../../db/clash-query-types.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Something only a person can settle, with the way to where both sides stand. */
export function AttentionLine({ attention }: { attention: AttentionRow }) {
  const { t, dates } = useWords()
  const { i18n } = useTranslation()
  const { kind, since } = attention
  const day = PlainDate.safeParse(since)
  return (
    <li>
      <Badge tone="amber">{t('today.attention')}</Badge>
      <span className="grow">
        {sentenceOf(i18n, `attention.${kind}`, {}, kind)}{' '}
        <span className="mute">{day.success ? screenDate(day.data, dates) : ''}</span>
      </span>
      <Button variant="default" onClick={() => goTo('today', { part: 'apart' })}>
        {t('today.see')}
      </Button>
    </li>
  )
}
