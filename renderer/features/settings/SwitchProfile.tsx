import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type Office, ProfileId } from '#shared/office/model.ts'
import { profileOf, profileOn, withProfile } from '#shared/regulation/profile.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { addDays, type PlainDate } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { useIsWhole } from '../../app/WhenWhole.tsx'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { typedDate } from '../../components/typed-date.ts'
import { useDirectories } from '../../components/use-directories.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { countOtherwise } from './other-profile.ts'
import { ProfileChoice } from './ProfileChoice.tsx'
import { differencesOf } from './profile-aspects.ts'

interface Asked {
  readonly state: EntityState<'office'>
  readonly office: Office
  readonly onKept: () => void
  readonly onClose: () => void
}

/** Another act from a date on. What becomes of open applications and what will differ is told before it is kept. */
export function SwitchProfile({ state, office, onKept, onClose }: Asked) {
  const { t } = useWords()
  const today = useToday()
  const { call, act } = useJournalAct()
  const [profile, setProfile] = useState<ProfileId>(
    ProfileId.options.find(id => id !== profileOn(office, today)) ?? 'KZ-2026',
  )
  const [text, setText] = useState(() => addDays(today, 1).split('-').toReversed().join('.'))
  const from = typedDate(text)
  const otherwise = useOtherwise(from, profile)
  const isSame = from !== null && sameOf(office, profile, from)
  const keep = async () => {
    if (from === null) return
    const { id: entity, head: basedOn } = state
    const body = { office: { ...office, profiles: withProfile(office.profiles, profile, from) } }
    if (await act({ entity, type: 'office.set', basedOn, body })) onKept()
  }
  return (
    <Confirm
      title={t('profile.switch')}
      act={t('profile.switch.act')}
      call={call}
      size={860}
      allowed={from !== null && otherwise === 0 && !isSame}
      onAct={() => void keep()}
      onClose={onClose}
    >
      <ProfileChoice value={profile} onChange={setProfile} />
      <TextInput
        label={t('profile.switch.from')}
        placeholder={t('register.date_example')}
        data-autofocus
        value={text}
        error={text.trim() !== '' && from === null ? t('finding.date_unreadable') : undefined}
        onChange={event => setText(event.currentTarget.value)}
      />
      {from === null ? null : isSame ? (
        <Notice tone="sky">{t('profile.switch.same')}</Notice>
      ) : (
        <Effect office={office} profile={profile} from={from} otherwise={otherwise} />
      )}
    </Confirm>
  )
}

/** Nothing would change: the act is in force from that date on already, and no other after it. */
function sameOf(office: Office, profile: ProfileId, from: PlainDate): boolean {
  return JSON.stringify(withProfile(office.profiles, profile, from)) === JSON.stringify(office.profiles)
}

/** How many applications of that day or later have another act; null while it is not known. No day to come has any. */
function useOtherwise(from: PlainDate | null, profile: ProfileId): number | null {
  const store = useStore()
  const today = useToday()
  const isWhole = useIsWhole()
  const [found, setFound] = useState<{ readonly key: string; readonly count: number } | null>(null)
  const isAsked = from !== null && from <= today
  const key = `${from} ${profile}`
  useEffect(() => {
    if (!isAsked || !isWhole) return
    let isOver = false
    void countOtherwise(store, from, profile).then(count => {
      if (!isOver) setFound({ key, count })
    })
    return () => {
      isOver = true
    }
  }, [store, isAsked, isWhole, from, profile, key])
  if (from === null) return null
  if (!isAsked) return 0
  return found?.key === key ? found.count : null
}

interface Shown {
  readonly office: Office
  readonly profile: ProfileId
  readonly from: PlainDate
  readonly otherwise: number | null
}

const OPEN = { mark: 'open', limit: 1 } as const

function Effect({ office, profile, from, otherwise }: Shown) {
  const { t, dates } = useWords()
  const open = useRows('applications.waiting', OPEN)
  const isWhole = useIsWhole()
  if (otherwise === null) return <p role="status">{t(isWhole ? 'profile.switch.looking' : 'filling.sentence')}</p>
  if (otherwise > 0) return <Notice tone="red">{t('profile.switch.refused', { count: otherwise })}</Notice>
  const date = officialDate(from, dates, 'from')
  return (
    <>
      <Notice tone="sky">
        <p>{t('profile.switch.open', { count: open?.total ?? 0 })}</p>
        <p>{t('profile.switch.new', { date })}</p>
      </Notice>
      <Differences now={profileOn(office, from)} next={profile} date={date} />
    </>
  )
}

function Differences({ now, next, date }: { now: ProfileId; next: ProfileId; date: string }) {
  const { t, language } = useWords()
  const directories = useDirectories()
  const entryOf = (directory: 'channel' | 'category', code: string) =>
    directories[directory].find(one => one.code === code)?.[language] ?? code
  const rows = differencesOf(profileOf(now), profileOf(next), { t, entryOf })
  if (rows.length === 0) return null
  return (
    <table className="terms differences">
      <caption>{t('profile.switch.differs')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('profile.switch.what')}</th>
          <th scope="col">{t('profile.switch.was')}</th>
          <th scope="col">{t('profile.switch.becomes', { date })}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, was, becomes }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{was}</td>
            <td>{becomes}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
