import { useEffect, useRef, useState } from 'react'
import type { FoundParcel, OfficeDesk, TakenFile } from '#shared/ipc/desks.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { momentText } from '../backup/backup-words.ts'
import { deskName, nameOf } from './desk-words.ts'
import { ParcelProgress } from './ParcelProgress.tsx'

/** Taking in a file of another desk: chosen and read whole, then taken, then told what is missing. */
export function TakeParcel({
  desks,
  onClose,
}: {
  readonly desks: readonly OfficeDesk[]
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const call = useCall()
  const [found, setFound] = useState<FoundParcel | null>(null)
  const [taken, setTaken] = useState<TakenFile | null>(null)
  const begun = useRef(false)
  const choose = async () => {
    const got = await call.run(() => window.desk.parcelChoose({}))
    if (got?.found) setFound(got.found)
    else if (got !== null) onClose()
  }
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void choose()
  })
  if (taken !== null) return <Taken taken={taken} desks={desks} onClose={onClose} />
  const take = async () => {
    const got = await call.run(() => window.desk.parcelTake({}))
    if (got !== null) setTaken(got)
  }
  return (
    <Confirm
      title={t('parcel.take_title')}
      act={found === null ? t('parcel.take') : t('parcel.take_act')}
      call={call}
      onAct={() => void (found === null ? choose() : take())}
      onClose={onClose}
    >
      {found === null ? null : (
        <p>
          {t('parcel.found', {
            when: momentText(found.madeAt, words),
            from: deskName(found, words),
            count: found.records,
            fresh: found.fresh,
          })}
        </p>
      )}
      {found?.fresh === 0 ? <Notice tone="sky">{t('parcel.found_none')}</Notice> : null}
      {call.busy ? <ParcelProgress /> : null}
    </Confirm>
  )
}

function Taken({
  taken,
  desks,
  onClose,
}: {
  readonly taken: TakenFile
  readonly desks: readonly OfficeDesk[]
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const call = useCall()
  return (
    <Confirm title={t('parcel.take_title')} act={t('act.close')} call={call} ready onAct={onClose} onClose={onClose}>
      <Notice tone="green">{t('parcel.taken', { count: taken.taken })}</Notice>
      {taken.gaps.map(({ installation, from, to }) => (
        <Notice key={`gap ${installation}`} tone="amber">
          {t('parcel.gap', { from: nameOf(desks, installation, words), first: from, last: to })}
        </Notice>
      ))}
      {taken.held.map(({ installation, sequence, why }) => (
        <Notice key={`held ${installation}`} tone="amber">
          {t('parcel.held', {
            from: nameOf(desks, installation, words),
            number: sequence,
            why: t(`parcel.why.${why}`),
          })}
        </Notice>
      ))}
    </Confirm>
  )
}
