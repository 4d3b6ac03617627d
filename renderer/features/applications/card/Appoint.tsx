import { Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useOfficials } from '../../../app/desk-rows.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { officialName } from '../../../components/official-name.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { CardPress } from './use-application-act.ts'

interface Asked {
  readonly card: ApplicationCard
  readonly press: CardPress
  readonly onClose: () => void
}

/** Who is to receive the applicant, by decision (clause 27); nobody: it is not decided again. */
export function Appoint({ card: { registered }, press, onClose }: Asked) {
  const { t, language } = useWords()
  const officials = useOfficials() ?? []
  const now = registered?.appointed ?? null
  const wish = registered?.registration.officialId ?? ''
  const [chosen, setChosen] = useState<string | null>(null)
  const [video, setVideo] = useState(now?.video ?? false)
  const isKnown = (id: string) => officials.some(one => one.id === id)
  const officialId = chosen ?? now?.officialId ?? (isKnown(wish) ? wish : '')
  const appoint = async () => {
    const body = { officialId: officialId === '' ? null : officialId, video: officialId !== '' && video }
    if (await press.act({ type: 'application.appointed', body, done: 'act.appoint.done' })) onClose()
  }
  return (
    <Confirm
      title={t('act.appoint')}
      act={t('act.appoint.keep')}
      call={press.call}
      allowed={officialId !== '' || now !== null}
      onAct={() => void appoint()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('people.received_by')}
        data-autofocus
        value={officialId}
        data={[
          { value: '', label: t('act.appoint.nobody') },
          ...officials.map(one => ({ value: one.id, label: officialName(one, language) })),
        ]}
        onChange={event => setChosen(event.currentTarget.value)}
      />
      <Checkbox label={t('people.consent.video')} checked={video} onChange={() => setVideo(!video)} />
    </Confirm>
  )
}
