import { useState } from 'react'
import { isSameYear } from '#shared/calendar/changes.ts'
import type { FoundPackage } from '#shared/ipc/updates.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { MovedEffect } from '../calendar/MovedEffect.tsx'
import { ReadFile } from '../calendar/ReadFile.tsx'
import { withEdited } from '../calendar/use-calendar-work.ts'
import { ChangedTexts } from './ChangedTexts.tsx'
import type { Outcome } from './UpdateCard.tsx'
import './update.css'

interface Found {
  readonly found: FoundPackage
  readonly isOwnKept: boolean
  readonly mayInstall: boolean
  readonly onEnd: (done: Outcome | null) => void
}

/** What a chosen package says and would do; nothing is done before a person presses. */
export function PackageFound(shown: Found) {
  const { found } = shown
  if (found.kind === 'program') return <ProgramFound {...shown} />
  return found.calendar === null ? <LettersFound {...shown} /> : <CalendarFound {...shown} reading={found.calendar} />
}

function ProgramFound({ found, isOwnKept, mayInstall, onEnd }: Found) {
  const { t } = useWords()
  const call = useCall()
  const install = async () => {
    const begun = await call.run(() => window.desk.updateInstall({ token: found.token }))
    if (begun !== null) onEnd({ begun })
  }
  return (
    <Confirm
      title={t('update.program', { version: found.version })}
      act={t(found.isOwn ? 'update.keep_act' : 'update.install_act')}
      call={call}
      allowed={mayInstall}
      onAct={() => void install()}
      onClose={() => onEnd(null)}
    >
      <Said found={found} />
      {found.isOwn ? <p className="sentence">{t('update.is_own')}</p> : null}
      {found.isOwn || isOwnKept ? null : <Notice tone="amber">{t('update.no_way_back')}</Notice>}
      {found.isOwn ? null : <p className="sentence">{t('update.install_then')}</p>}
      {mayInstall ? null : <Notice tone="amber">{t('update.administrator_installs')}</Notice>}
    </Confirm>
  )
}

/** What the publisher says is new. */
function Said({ found: { made, news, file } }: { found: FoundPackage }) {
  const { t, dates, pick } = useWords()
  return (
    <>
      <p className="mute">
        {file} &middot; {t('update.made', { date: screenDate(made, dates) })}
      </p>
      <p className="update-news">{pick(news)}</p>
    </>
  )
}

function useAccepting({ found, onEnd }: Found) {
  const call = useCall()
  const accept = async () => {
    const done = await call.run(() => window.desk.updateAccept({ token: found.token }))
    if (done !== null) onEnd({ changed: done.changed })
  }
  return { call, accept }
}

function CalendarFound(shown: Found & { reading: NonNullable<FoundPackage['calendar']> }) {
  const { t } = useWords()
  const { found, reading, onEnd } = shown
  const { call, accept } = useAccepting(shown)
  const calendar = useWorkCalendar()
  const [, setMoved] = useState<number>()
  const find = (number: number) => calendar.years.find(one => one.year === number) ?? null
  const changed = reading.years.map(({ year }) => year).filter(year => !isSameYear(year, find(year.year)))
  const after = withEdited(calendar, new Map(changed.map(year => [year.year, year])))
  return (
    <ReadFile
      file={{ name: `${found.name} ${found.version}`, reading }}
      calendar={calendar}
      act={t('update.accept')}
      then={t('update.accept_calendar')}
      head={<Said found={found} />}
      busy={call.busy}
      onTake={() => void accept()}
      onClose={() => onEnd(null)}
    >
      {changed.length > 0 ? <MovedEffect before={calendar} after={after} onCount={setMoved} /> : null}
      <ErrorNotice error={call.error} />
    </ReadFile>
  )
}

function LettersFound(shown: Found) {
  const { t } = useWords()
  const { found, onEnd } = shown
  const { call, accept } = useAccepting(shown)
  const letters = found.letters ?? []
  return (
    <Confirm
      title={t('update.letters', { version: found.version })}
      size={860}
      act={t('update.accept')}
      call={call}
      allowed={letters.length > 0}
      onAct={() => void accept()}
      onClose={() => onEnd(null)}
    >
      <Said found={found} />
      {letters.length === 0 ? (
        <Notice tone="green">{t('update.letters_same')}</Notice>
      ) : (
        <ChangedTexts texts={letters} />
      )}
      {letters.length === 0 ? null : <p className="sentence">{t('update.accept_letters')}</p>}
    </Confirm>
  )
}
