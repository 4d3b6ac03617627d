import { SimpleGrid, Stack } from '@mantine/core'
import { numberText } from '#shared/application/number.ts'
import type { Reason } from '#shared/repeat/model.ts'
import { isolated, joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { fromDayNumber } from '#shared/time/plain-date.ts'
import { addressOf } from '../../../app/route.ts'
import { Badge } from '../../../components/Badge.tsx'
import type { ApplicationCard, EarlierCase } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useDimensionWords } from '../use-dimension-words.ts'
import { reasonLines } from './earlier-matters.ts'
import { Part } from './Part.tsx'
import { useEarlierMatters } from './use-earlier-matters.ts'

/** From this score on two matters read very much alike; for the eye only. */
const VERY = 0.8

/** Earlier cases of the person that may be on the same matter, side by side with it; a person decides (clause 14). */
export function EarlierMatters({ card }: { card: ApplicationCard }) {
  const { t } = useWords()
  const { personal } = card
  const found = useEarlierMatters(card) ?? []
  if (personal === null || found.length === 0) return null
  return (
    <Part title={t('card.repeats')}>
      <p className="mute">{t('card.repeats.person_decides')}</p>
      <ul className="plain-list">
        {found.map(({ earlier, score, shared, differs }) => (
          <li key={earlier.found.row.id}>
            <Stack gap={6} align="start">
              <div>
                <Badge tone="amber">{t(score >= VERY ? 'card.repeats.very' : 'card.repeats.like')}</Badge>{' '}
                <Standing found={earlier.found} />
              </div>
              <SimpleGrid cols={2} spacing="sm">
                <Side label={t('card.repeats.now')} essence={personal.essence} />
                <Side label={t('card.repeats.then')} essence={earlier.found.essence} />
              </SimpleGrid>
              <Reasons label={t('card.repeats.shared')} reasons={shared} />
              <Reasons label={t('card.repeats.differs')} reasons={differs} />
              <a className="link" href={addressOf('applications', { open: earlier.found.row.id })}>
                {t('register.earlier.open')}
              </a>
            </Stack>
          </li>
        ))}
      </ul>
    </Part>
  )
}

const BY = {
  iin: 'register.earlier.by.iin',
  bin: 'register.earlier.by.bin',
  phone: 'register.earlier.by.phone',
  name: 'register.earlier.by.name',
} as const

/** Number, day, how it was found and what came of it. */
function Standing({ found: { row, by } }: { found: EarlierCase }) {
  const { t, dates } = useWords()
  const { entryOf } = useDimensionWords()
  const { outcome, result } = row.facts
  const parts = [
    row.number === null ? row.eotinish : numberText(row.number),
    row.day === 0 ? '' : screenDate(fromDayNumber(row.day), dates),
    entryOf('result', result) || entryOf('outcome', outcome),
    t(BY[by]),
  ]
  return <span>{joined(parts, ' \u00b7 ')}</span>
}

function Side({ label, essence }: { label: string; essence: string }) {
  return (
    <div>
      <div className="mute">{label}</div>
      <p>{isolated(essence)}</p>
    </div>
  )
}

function Reasons({ label, reasons }: { label: string; reasons: readonly Reason[] }) {
  const { t } = useWords()
  const lines = reasonLines(reasons)
  if (lines.length === 0) return null
  return (
    <dl className="facts">
      <dt>{label}</dt>
      <dd>
        <ul className="plain-list">
          {lines.map(({ word, texts }) => (
            <li key={word}>
              {t(word)}: {joined(texts, ', ')}
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  )
}
