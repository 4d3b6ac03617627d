import { IconBulb } from '@tabler/icons-react'
import { type Proposal, proposalsOf } from '#shared/application/proposals.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../../../app/desk-rows.ts'
import { useToday } from '../../../../components/use-office-time.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import type { Deciding } from './use-deciding.ts'

/** What the program proposes now and why. A person decides. */
export function Proposals({ deciding: { card, registered, cases } }: { deciding: Deciding }) {
  const { t } = useWords()
  const calendar = useWorkCalendar()
  const today = useToday()
  const similar = cases.filter(one => one.sameMatter).map(({ row }) => row.id)
  const proposals = proposalsOf({ registered, status: card.status, similar, calendar, today })
  if (proposals.length === 0) return null
  return (
    <ul className="proposals" aria-label={t('decision.proposals')}>
      {proposals.map(one => (
        <li key={one.code}>
          <IconBulb size={17} aria-hidden="true" />
          <ProposalText proposal={one} />
        </li>
      ))}
    </ul>
  )
}

function ProposalText({ proposal: { code, lacks = [], date, count = 0 } }: { proposal: Proposal }) {
  const { t, dates } = useWords()
  const said = {
    lacks: lacks.map(lack => t(`decision.lack.${lack}`)).join(', '),
    date: date === undefined ? '' : screenDate(date, dates),
    count,
  }
  return <span>{t(`decision.proposal.${code}`, said)}</span>
}
