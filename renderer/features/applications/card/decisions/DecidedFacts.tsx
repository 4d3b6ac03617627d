import type { Decision } from '#shared/application/decisions.ts'
import { DECIDER_KEYS } from '#shared/regulation/explanation.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { addressOf } from '../../../../app/route.ts'
import type { EarlierCase } from '../../../../db/query-types.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useDimensionWords } from '../../use-dimension-words.ts'
import { Fact } from '../Part.tsx'
import { useCaseOptions } from './case-options.ts'

interface Shown {
  readonly decision: Decision
  readonly cases: readonly EarlierCase[]
}

/** What a decision says, term by term. */
export function DecidedFacts({ decision, cases }: Shown) {
  return (
    <dl className="facts">
      <BodyFacts decision={decision} cases={cases} />
      <SaidFacts decision={decision} />
    </dl>
  )
}

function BodyFacts({ decision, cases }: Shown) {
  const { t, dates } = useWords()
  const { entryOf } = useDimensionWords()
  switch (decision.type) {
    case 'application.completeness_checked': {
      const { outcome, lacks, correctBy } = decision.body
      return (
        <>
          <Fact label={t('decision.completeness')} text={t(`decision.${outcome}`)} />
          <Fact label={t('decision.lacks')} text={lacks.map(lack => t(`decision.lack.${lack}`)).join(', ')} />
          <Fact label={t('decision.correct_by')} text={correctBy === null ? '' : screenDate(correctBy, dates)} />
        </>
      )
    }
    case 'application.competence_decided':
      return (
        <>
          <Fact label={t('decision.competence')} text={t(`decision.competence.${decision.body.outcome}`)} />
          <Fact label={t('decision.body')} text={entryOf('body', decision.body.body)} />
        </>
      )
    case 'application.repeat_decided':
      return (
        <>
          <EarlierFact id={decision.body.earlier} cases={cases} />
          <Fact label={t('decision.same')} text={t(decision.body.same ? 'decision.same.yes' : 'decision.same.no')} />
        </>
      )
    case 'application.returned':
      return (
        <>
          <Fact label={t('act.ground')} text={t(`decision.return.${decision.body.ground}`)} />
          <EarlierFact id={decision.body.earlier} cases={cases} />
        </>
      )
    case 'application.extended':
      return (
        <>
          <Fact label={t('decision.until')} text={screenDate(decision.body.until, dates)} />
          <Fact label={t('act.ground')} text={t(`decision.extension.${decision.body.ground}`)} />
          <Fact label={t('decision.decided_on')} text={screenDate(decision.body.decidedOn, dates)} />
          <Fact label={t('decision.decider')} text={t(DECIDER_KEYS[decision.body.decider])} />
        </>
      )
    case 'application.refused':
    case 'application.refusal_proposed':
      return (
        <>
          <Fact label={t('act.ground')} text={t(`decision.ground.${decision.body.ground}`)} />
          <EarlierFact id={decision.body.earlier} cases={cases} />
          <Fact label={t('decision.body')} text={entryOf('body', decision.body.body)} />
          <Fact label={t('decision.decided_on')} text={screenDate(decision.body.decidedOn, dates)} />
          <Fact label={t('decision.decider')} text={t(DECIDER_KEYS[decision.body.decider])} />
        </>
      )
    default:
      return null
  }
}

const SAID = {
  decidedBy: 'decision.decided_by',
  settled: 'decision.settled',
  facts: 'decision.facts',
  evidence: 'decision.evidence',
  whereToTurn: 'decision.where_to_turn',
  howToAppeal: 'decision.how_to_appeal',
  because: 'decision.because',
  reason: 'decision.reason',
} as const

/** What was said in words; nothing of a person who was erased. */
function SaidFacts({ decision: { personal } }: { decision: Decision }) {
  const { t } = useWords()
  const said: Readonly<Record<string, string>> = personal ?? {}
  return (Object.keys(SAID) as (keyof typeof SAID)[]).map(name => (
    <Fact key={name} label={t(SAID[name])} text={said[name] ?? ''} />
  ))
}

/** The earlier case, and the way to it. */
function EarlierFact({ id, cases }: { id: string | null; cases: readonly EarlierCase[] }) {
  const { t } = useWords()
  const known = useCaseOptions(cases).find(({ value }) => value === id)
  if (id === null) return null
  return (
    <>
      <dt>{t('decision.earlier')}</dt>
      <dd>
        <a className="link" href={addressOf('applications', { open: id })}>
          {known?.label ?? t('register.earlier.open')}
        </a>
      </dd>
    </>
  )
}
