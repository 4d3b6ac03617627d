import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { outgoingText } from '#shared/letter/number.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { coverAbout, coversOf, reportEntity } from '#shared/report/addressees.ts'
import type { ReportVersion } from '#shared/report/transitions.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { Quarter } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { addressOfLetter, addressOfNewCover } from '../letters/letter-place.ts'
import { STATUS_TONES } from '../letters/letter-status.ts'

/** To whom the version that stands goes by its act, and how far the letter to each has come. */
export function Covers({ version: { version, profile }, quarter }: { version: ReportVersion; quarter: Quarter }) {
  const { t } = useWords()
  const report = reportEntity(quarter)
  const letters = useRows(
    'letters.of',
    useMemo(() => ({ application: report }), [report]),
  )
  if (letters === undefined) return null
  const known = letters.map(letter => ({ about: letter.letter?.about ?? null, status: letter.status, letter }))
  return (
    <>
      <h3>{t('report.covers.title', { version })}</h3>
      <ul className="plain-list">
        {coversOf(profile, version, known).map(({ to, letter }) => {
          const ref = profileOf(profile).reportLetters[to]?.clause
          const name = t(`report.to.${to}`)
          return (
            <li key={to} className="letter-line">
              <span>
                <b>{name}</b> <span className="mute">{ref === undefined ? '' : clauseText(ref, profile, t)}</span>
              </span>
              <Standing letter={letter?.letter ?? null} />
              <Button
                component="a"
                variant={letter === null ? 'filled' : 'default'}
                size="compact-md"
                className="tall-button"
                aria-label={`${t(letter === null ? 'letter.write' : 'report.covers.open')}: ${name}`}
                href={
                  letter === null
                    ? addressOfNewCover(coverAbout(report, version, to))
                    : addressOfLetter(letter.letter.id)
                }
              >
                {t(letter === null ? 'letter.write' : 'report.covers.open')}
              </Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Standing({ letter }: { letter: EntityState<'letter'> | null }) {
  const { t, dates } = useWords()
  if (letter === null || letter.status === 'absent') return <Badge tone="amber">{t('report.covers.absent')}</Badge>
  const { status, signed, sent } = letter
  const parts = [
    signed === null ? '' : `${outgoingText(signed.number)}, ${screenDate(signed.on, dates)}`,
    sent === null ? '' : `${t(`letter.channel.${sent.channel}`)}, ${screenDate(sent.on, dates)}`,
  ]
  return (
    <>
      <Badge tone={STATUS_TONES[status]}>{t(`letter.status.${status}`)}</Badge>
      <span className="mute">{joined(parts, ' \u00b7 ')}</span>
    </>
  )
}
