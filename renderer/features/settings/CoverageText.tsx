import type { ProfileId } from '#shared/office/model.ts'
import { coverageOf } from '#shared/regulation/profile.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PROFILE_WORDS } from './profile-words.ts'

/** Whether the act is in force today. */
export function useIsCovered(profile: ProfileId): boolean {
  return coverageOf(profile, useToday()).state !== 'not_in_force'
}

/** Said where the office works by an act that is not in force today, and what that means. */
export function CoverageText({ profile }: { profile: ProfileId }) {
  const { t, dates } = useWords()
  const { name, status } = PROFILE_WORDS[profile]
  return (
    <>
      <p>
        <b>{t('profile.not_in_force', { date: officialDate(useToday(), dates) })}</b>
      </p>
      <p>{t(name)}</p>
      <p>{t(status)}</p>
      <p>{t('profile.not_in_force.why')}</p>
    </>
  )
}
