import { useDeferredValue, useMemo, useState } from 'react'
import { placedOf } from '#shared/plan/placed.ts'
import { type PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useOffice } from '../../../app/desk-rows.ts'
import { Notice } from '../../../components/Notice.tsx'
import { useToday } from '../../../components/use-office-time.ts'
import type { PlannedRow } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { monthAfter } from '../../schedule/months.ts'
import { type PlanKnown, usePlan } from '../use-plan.ts'
import { Appointed } from './Appointed.tsx'
import { FreedList } from './FreedList.tsx'
import { freedTimes } from './freed-times.ts'
import { GiveTime } from './GiveTime.tsx'
import { NotAppointed } from './NotAppointed.tsx'
import { appointedTo, loadsOf, notAppointed, rowsOf } from './people-lists.ts'
import { ReceptionTimes } from './ReceptionTimes.tsx'
import { Spread } from './Spread.tsx'
import { ToCallList } from './ToCallList.tsx'
import '../plan.css'

/** Who is to be received, by whom and when (clauses 26-28): the months are that of the screen and the next. */
export function PeoplePart({ month }: { month: PlainMonth }) {
  const known = usePlan(month, monthAfter(month, 1))
  return known === undefined ? null : <People known={known} month={month} />
}

type Asked = { readonly kind: 'spread' } | { readonly kind: 'give'; readonly row: PlannedRow } | null

function People({ known, month }: { known: PlanKnown; month: PlainMonth }) {
  const { t } = useWords()
  const [asked, setAsked] = useState<Asked>(null)
  const [said, setSaid] = useState('')
  const isRule = useOffice()?.timesOutOfTurn ?? false
  const [asWished, setAsWished] = useState<boolean | null>(null)
  const categoriesFirst = asWished ?? isRule
  const lists = useLists(known, month)
  const done = (sentence: string) => {
    setAsked(null)
    setSaid(sentence)
  }
  const give = (row: PlannedRow) => setAsked({ kind: 'give', row })
  const given = (time: string) => done(t('people.given', { time }))
  return (
    <>
      <div role="status">{said === '' ? null : <Notice tone="green">{said}</Notice>}</div>
      <div className="columns plan-columns">
        <div className="column">
          <Appointed
            known={known}
            lists={lists.appointed}
            outOfTurnShown={categoriesFirst}
            onGive={give}
            onSpread={() => setAsked({ kind: 'spread' })}
          />
          <NotAppointed known={known} rows={lists.undecided} outOfTurnShown={categoriesFirst} />
        </div>
        <div className="column">
          <ToCallList known={known} toCall={lists.toCall} onGive={give} />
          <FreedList known={known} freed={lists.freed} onDone={given} />
          <ReceptionTimes known={known} loads={lists.loads} onDone={key => setSaid(t(key))} />
        </div>
      </div>
      {asked?.kind === 'spread' ? (
        <Spread
          known={known}
          categoriesFirst={categoriesFirst}
          onCategoriesFirst={() => setAsWished(!categoriesFirst)}
          onDone={number => done(t('people.spread.done', { number }))}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked?.kind === 'give' ? (
        <GiveTime known={known} row={asked.row} onDone={given} onClose={() => setAsked(null)} />
      ) : null}
    </>
  )
}

/** The lists of the screen. What is asked of everybody for each free time is drawn after the rest. */
function useLists(known: PlanKnown, month: PlainMonth) {
  const today = useToday()
  const lists = useMemo(() => {
    const { plan, rows } = known
    const placed = placedOf(plan)
    const { from } = rangeOfMonth(month)
    const { to } = rangeOfMonth(monthAfter(month, 1))
    return {
      appointed: appointedTo(rowsOf(placed.waiting, rows), plan.officials),
      undecided: notAppointed(known),
      toCall: placed.toCall,
      loads: loadsOf(plan, from < today ? today : from, to),
    }
  }, [known, month, today])
  const later = useDeferredValue(lists)
  const freed = useMemo(() => freedTimes(known.plan, later.loads), [known.plan, later])
  return { ...lists, freed }
}
