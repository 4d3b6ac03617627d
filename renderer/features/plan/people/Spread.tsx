import { Checkbox } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type Filled, fillTimes, type Proposed } from '#shared/plan/fill.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { officialName } from '../../../components/official-name.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type PlanKnown, usePlanActs } from '../use-plan.ts'
import { NoteText } from './NoteText.tsx'
import { personTitle } from './PersonFacts.tsx'

interface Asked {
  readonly known: PlanKnown
  readonly categoriesFirst: boolean
  readonly onCategoriesFirst: () => void
  readonly onDone: (count: number) => void
  readonly onClose: () => void
}

/** The proposal of who gets which time and why, and of who gets none; all of it is done at once, or nothing. */
export function Spread({ known, categoriesFirst, onCategoriesFirst, onDone, onClose }: Asked) {
  const { t } = useWords()
  const { call, apply } = usePlanActs()
  const [soonest, setSoonest] = useState(false)
  const filled = useMemo(
    () => fillTimes(known.plan, { categoriesFirst, soonest }),
    [known.plan, categoriesFirst, soonest],
  )
  const spread = async () => {
    if (await apply(filled.acts, known.heads)) onDone(filled.proposed.length)
  }
  return (
    <Confirm
      title={t('people.spread')}
      act={t('people.spread.act', { number: filled.proposed.length })}
      size={980}
      call={call}
      allowed={filled.proposed.length > 0}
      ready
      onAct={() => void spread()}
      onClose={onClose}
    >
      <p>{t('people.spread.sentence')}</p>
      <Checkbox label={t('people.spread.categories')} checked={categoriesFirst} onChange={onCategoriesFirst} />
      <Checkbox label={t('people.spread.soonest')} checked={soonest} onChange={() => setSoonest(!soonest)} />
      <div className="spread-lists">
        <ProposedList known={known} filled={filled} />
        <LeftList known={known} filled={filled} />
      </div>
    </Confirm>
  )
}

function ProposedList({ known, filled }: { known: PlanKnown; filled: Filled }) {
  const { t } = useWords()
  if (filled.proposed.length === 0) return <Notice tone="amber">{t('people.spread.none')}</Notice>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys
    <section className="table-box spread-box" aria-label={t('people.spread.proposed')} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('column.person')}</th>
            <th scope="col">{t('column.official')}</th>
            <th scope="col">{t('people.spread.when')}</th>
            <th scope="col">{t('people.spread.why')}</th>
          </tr>
        </thead>
        <tbody>
          {filled.proposed.map(one => (
            <ProposedLine key={one.person.application} known={known} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ProposedLine({ known, one }: { known: PlanKnown; one: Proposed }) {
  const { t, dates, language } = useWords()
  const { person, booking, reason, clause, notes } = one
  const row = known.rows.get(person.application)
  const official = known.plan.officials.find(({ id }) => id === booking.officialId)
  return (
    <tr>
      <td>{row === undefined ? '' : personTitle(row, t)}</td>
      <td>{official === undefined ? '' : officialName(official, language)}</td>
      <td>
        {screenDate(booking.date, dates)}, {booking.time ?? t('people.time.none')}
        {booking.mode === 'video' ? `, ${t('people.mode.video')}` : ''}
      </td>
      <td>
        {t(`plan.reason.${reason}`)}{' '}
        {clause === null ? null : <span className="mute">{clauseText(clause, person.profile, t)}</span>}
        {notes.map(note => (
          <NoteText key={note.code} note={note} profile={person.profile} />
        ))}
      </td>
    </tr>
  )
}

function LeftList({ known, filled }: { known: PlanKnown; filled: Filled }) {
  const { t } = useWords()
  if (filled.left.length === 0) return null
  return (
    <>
      <h3>{t('people.spread.left', { number: filled.left.length })}</h3>
      <ul className="spread-left">
        {filled.left.map(({ person, why }) => {
          const row = known.rows.get(person.application)
          return (
            <li key={person.application}>
              {row === undefined ? '' : personTitle(row, t)} <span className="mute">{t(`plan.no_place.${why}`)}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
