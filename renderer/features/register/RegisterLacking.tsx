import { correctionTerm } from '#shared/application/decision-terms.ts'
import { plainLacks } from '#shared/application/proposals.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { Confirm } from '../../components/Confirm.tsx'
import type { Call } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import { Why } from '../../components/WhyDate.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { RegisterValues } from './register-values.ts'

interface Asked {
  readonly values: RegisterValues
  readonly profile: ProfileId
  readonly call: Call
  readonly onAct: () => void
  readonly onClose: () => void
}

/**
 * Asks whether an application is registered as one that lacks something: nobody is refused, what lacks is told with the last
 * day to put it right (point 6 of the Rules of 2026). One press: the button has the focus.
 */
export function RegisterLacking({ values, profile, call, onAct, onClose }: Asked) {
  const { t, dates } = useWords()
  const term = correctionTerm(profile, useToday(), useWorkCalendar())
  const lacks = plainLacks({ ...values, profile })
  const { clause } = profileOf(profile).incomplete.clause
  return (
    <Confirm
      title={t('register.lacking.title')}
      act={t('register.lacking.act')}
      cancel={t('register.lacking.back')}
      call={call}
      ready
      onAct={onAct}
      onClose={onClose}
    >
      <p>
        {t('register.lacking.what', { lacks: lacks.map(lack => t(`decision.lack.${lack}`)).join(', ') })}{' '}
        <span className="mute">{t('finding.clause', { clause })}</span>
      </p>
      {term === null ? null : (
        <p>
          {t('register.lacking.by', { date: officialDate(term.by, dates, 'to') })} <Why term={term} />
        </p>
      )}
    </Confirm>
  )
}
