import { Checkbox } from '@mantine/core'
import { useMemo } from 'react'
import { type ActChecks, CHECK_STATES } from '#shared/compliance/model.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Notice } from '../../components/Notice.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PROFILE_WORDS } from '../settings/profile-words.ts'
import { ClauseList } from './ClauseList.tsx'
import { GiveOutCompliance } from './GiveOutCompliance.tsx'
import { PeriodPicker } from './PeriodPicker.tsx'
import { periodOf } from './period.ts'
import '../letters/letters.css'
import './compliance.css'

type Narrowed = Readonly<Record<string, string>>

/** How the clauses of the act were kept in a period, with the records behind each. */
export function CompliancePart({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useWords()
  const today = useToday()
  const { from, to } = periodOf(narrowed, today)
  const answer = useRows(
    'compliance.checks',
    useMemo(() => ({ from, to, today }), [from, to, today]),
  )
  const act = answer?.acts.find(({ profile }) => profile === narrowed.act) ?? answer?.acts.at(-1)
  return (
    <>
      <section className="card" aria-label={t('compliance.period')}>
        <PeriodPicker period={{ from, to }} narrowed={narrowed} />
      </section>
      {answer === undefined || act === undefined ? (
        <p className="mute" role="status">
          {t('compliance.counting')}
        </p>
      ) : (
        <>
          {answer.acts.length > 1 ? <ActTabs acts={answer.acts} shown={act} narrowed={narrowed} /> : null}
          <Act key={act.profile} act={act} period={{ from, to }} narrowed={narrowed} />
        </>
      )}
    </>
  )
}

function Act({ act, period, narrowed }: { act: ActChecks; narrowed: Narrowed } & Pick<Given, 'period'>) {
  const { t } = useWords()
  const { name, status } = PROFILE_WORDS[act.profile]
  const isOpenOnly = narrowed.only === 'open'
  const states = isOpenOnly
    ? CHECK_STATES.filter(state => state !== 'kept')
    : CHECK_STATES.filter(state => !narrowed.state || state === narrowed.state)
  const turn = (isOn: boolean) => {
    const { only: _, state: __, ...rest } = narrowed
    goTo('report', isOn ? { ...rest, only: 'open' } : rest)
  }
  return (
    <section className="card compliance" aria-label={t('compliance.title')}>
      <header className="card-head">
        <div className="compliance-act">
          <h2>{t(name)}</h2>
          <span className="mute">{t(status)}</span>
        </div>
        <Checkbox
          label={t('compliance.only_open')}
          checked={isOpenOnly}
          onChange={event => turn(event.currentTarget.checked)}
        />
        <span className="space" />
        <GiveOutCompliance act={act} period={period} />
      </header>
      {act.notJudged === 0 ? null : <Notice tone="sky">{t('compliance.not_judged', { count: act.notJudged })}</Notice>}
      <ClauseList act={act} states={states} unfolded={narrowed.clause ?? null} />
    </section>
  )
}

type Given = Parameters<typeof GiveOutCompliance>[0]

function ActTabs({ acts, shown, narrowed }: { acts: readonly ActChecks[]; shown: ActChecks; narrowed: Narrowed }) {
  const { t } = useWords()
  return (
    <nav className="letter-tabs" aria-label={t('compliance.acts')}>
      {acts.map(({ profile }) => (
        <a
          key={profile}
          href={addressOf('report', { ...narrowed, act: profile })}
          aria-current={profile === shown.profile ? 'page' : undefined}
        >
          {t(PROFILE_WORDS[profile].short)}
        </a>
      ))}
    </nav>
  )
}
