import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Office, ProfilePeriod } from '#shared/office/model.ts'
import type { Edition } from '#shared/regulation/model.ts'
import { profileOf, profileOn } from '#shared/regulation/profile.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CoverageText, useIsCovered } from './CoverageText.tsx'
import { PROFILE_WORDS } from './profile-words.ts'
import { SwitchProfile } from './SwitchProfile.tsx'

/** The acts the office works by, each from its date, with its true status and editions; and the way to another. */
export function ProfileCard({ state, office }: { state: EntityState<'office'>; office: Office }) {
  const { t } = useWords()
  const today = useToday()
  const [asking, setAsking] = useState(false)
  const [kept, setKept] = useState(false)
  const now = profileOn(office, today)
  const isCovered = useIsCovered(now)
  return (
    <div className="card-body" id="profiles">
      {isCovered ? null : (
        <Notice tone="amber">
          <CoverageText profile={now} />
        </Notice>
      )}
      <ul className="plain-list">
        {office.profiles.map((period, at) => (
          <li key={period.from}>
            <Period period={period} isFirst={at === 0} isNow={isPeriodOf(office, at, today)} />
          </li>
        ))}
      </ul>
      {kept ? <Notice tone="green">{t('settings.kept')}</Notice> : null}
      <div className="buttons">
        <Button
          variant="default"
          onClick={() => {
            setKept(false)
            setAsking(true)
          }}
        >
          {t('profile.switch')}
        </Button>
      </div>
      {asking ? (
        <SwitchProfile
          state={state}
          office={office}
          onKept={() => {
            setAsking(false)
            setKept(true)
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  )
}

/** Whether the period at this place is the one of a day; the first also of what was before. */
function isPeriodOf({ profiles }: Office, at: number, day: string): boolean {
  const found = profiles.findLastIndex(({ from }) => from <= day)
  return at === Math.max(found, 0)
}

interface Shown {
  readonly period: ProfilePeriod
  readonly isFirst: boolean
  readonly isNow: boolean
}

function Period({ period: { profile, from }, isFirst, isNow }: Shown) {
  const { t, dates } = useWords()
  const { name, status } = PROFILE_WORDS[profile]
  const date = screenDate(from, dates)
  return (
    <article className="profile-period">
      <p>
        <b>{t(isFirst ? 'profile.from_begin' : 'profile.from', { date })}</b>{' '}
        {isNow ? <Badge tone="green">{t('profile.now')}</Badge> : null}
      </p>
      <p>{t(name)}</p>
      <p className="mute">{t(status)}</p>
      <ul className="plain-list">
        {profileOf(profile).editions.map(edition => (
          <EditionLine key={edition.from} edition={edition} />
        ))}
      </ul>
    </article>
  )
}

function EditionLine({ edition: { from, to, notHeld, source } }: { edition: Edition }) {
  const { t, dates, pick } = useWords()
  const range =
    to === null
      ? t('profile.edition.since', { from: screenDate(from, dates) })
      : t('profile.edition', { from: screenDate(from, dates), to: screenDate(to, dates) })
  return (
    <li>
      {pick(source)} <span className="mute">{range}</span>
      {notHeld.length === 0 ? null : (
        <div className="mute">{t('profile.edition.not_held', { clauses: notHeld.join(', ') })}</div>
      )}
    </li>
  )
}
