import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { entityId } from '#shared/change/action.ts'
import { PostingPlace } from '#shared/schedule/model.ts'
import type { ApprovedSchedule } from '#shared/schedule/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { useDesk } from '../../../app/desk-context.ts'
import { DateField } from '../../../components/DateField.tsx'
import { ErrorNotice } from '../../../components/Notice.tsx'
import { useJournalAct } from '../../../components/use-journal-act.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { PostedMonth } from './PostingPart.tsx'
import { PLACE_WORDS } from './posting-words.ts'

interface Asked {
  readonly posted: PostedMonth
  readonly version: ApprovedSchedule
  readonly places: readonly PostingPlace[]
}

/** Records that the version that stands was posted: where, when, with what photograph; by whom the journal says itself. */
export function PostingForm({ posted, version, places }: Asked) {
  const { t } = useWords()
  const { start } = useDesk()
  const { call, act } = useJournalAct()
  const [where, setWhere] = useState<PostingPlace>('room')
  const [day, setDay] = useState<string | null>(start.today)
  const [photo, setPhoto] = useState('')
  const on = PlainDate.safeParse(day)
  const post = async () => {
    if (!on.success) return
    const body = { version: version.action, where, on: on.data, photo: photo.trim() }
    const intent = { entity: entityId('schedule', posted.month), type: 'schedule.posted', basedOn: posted.head, body }
    if (await act(intent)) setPhoto('')
  }
  return (
    <form
      className="posting-form"
      onSubmit={event => {
        event.preventDefault()
        void post()
      }}
    >
      <NativeSelect
        label={t('posting.where')}
        value={where}
        data={places.map(place => ({ value: place, label: t(PLACE_WORDS[place]) }))}
        onChange={event => setWhere(PostingPlace.parse(event.currentTarget.value))}
      />
      <DateField
        label={t('posting.on')}
        value={day}
        maxDate={start.today}
        error={on.success ? undefined : t('form.needed')}
        onChange={setDay}
      />
      <TextInput
        label={t('posting.photo')}
        value={photo}
        maxLength={200}
        autoComplete="off"
        onChange={event => setPhoto(event.currentTarget.value)}
      />
      <Button type="submit" loading={call.busy} disabled={!on.success}>
        {t('posting.act')}
      </Button>
      <ErrorNotice error={call.error} />
    </form>
  )
}
