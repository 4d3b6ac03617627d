import { Button } from '@mantine/core'
import { IconCalculator } from '@tabler/icons-react'
import { type RunningTerm, runningTerms, type TermState } from '#shared/application/running-terms.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { TERM_KEYS } from '#shared/regulation/term-keys.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../../app/desk-rows.ts'
import { Badge, type Tone } from '../../../components/Badge.tsx'
import { useToday } from '../../../components/use-office-time.ts'
import { WhyDate } from '../../../components/WhyDate.tsx'
import type { ApplicationCard } from '../../../db/query-types.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useTerms } from '../../terms/terms-context.ts'
import { Part } from './Part.tsx'

const STATES = {
  kept: { tone: 'green', word: 'term.state.kept' },
  kept_late: { tone: 'amber', word: 'term.state.kept_late' },
  running: { tone: 'sky', word: 'term.state.running' },
  late: { tone: 'red', word: 'term.state.late' },
  over: { tone: 'plain', word: 'term.state.over' },
} as const satisfies Record<TermState, { tone: Tone; word: LocaleKey }>

/** Every term of the application: what, by when and why, and how it stands. */
export function TermsPart({ card, registered }: { card: ApplicationCard; registered: Registered }) {
  const { t } = useWords()
  const calendar = useWorkCalendar()
  const today = useToday()
  const { open } = useTerms()
  const isOpen = OPEN.has(card.status)
  const terms = runningTerms({ registered, isOpen, history: card.history, calendar, today })
  return (
    <Part title={t('card.terms')}>
      <table className="terms">
        <thead>
          <tr>
            <th scope="col">{t('card.terms.what')}</th>
            <th scope="col">{t('card.terms.by')}</th>
            <th scope="col">{t('card.terms.state')}</th>
          </tr>
        </thead>
        <tbody>
          {terms.map(one => (
            <TermRow key={one.term.term} running={one} />
          ))}
        </tbody>
      </table>
      <div>
        <Button
          variant="default"
          leftSection={<IconCalculator size={17} aria-hidden="true" />}
          onClick={() => open({ from: registered.on, profile: registered.profile })}
        >
          {t('terms.title')}
        </Button>
      </div>
    </Part>
  )
}

/** Nothing has ended it yet. */
const OPEN: ReadonlySet<string> = new Set(['open', 'incomplete', 'refusal_proposed'])

function TermRow({ running: { term, state, doneOn, extended } }: { running: RunningTerm }) {
  const { t, dates } = useWords()
  const extension = extended && {
    ...{ decider: extended.body.decider, on: extended.body.decidedOn, until: extended.body.until },
    ground: t(`decision.extension.${extended.body.ground}`),
  }
  const { tone, word } = STATES[state]
  return (
    <tr>
      <th scope="row">{t(TERM_KEYS[term.term])}</th>
      <td>
        <WhyDate term={term} extension={extension} />
      </td>
      <td>
        <Badge tone={tone}>{t(word)}</Badge>
        {doneOn === null ? null : <div className="mute">{screenDate(doneOn, dates)}</div>}
      </td>
    </tr>
  )
}
