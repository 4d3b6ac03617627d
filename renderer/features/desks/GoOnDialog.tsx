import { useState } from 'react'
import type { DeskLetter } from '#shared/office/model.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Asks whether this desk, of which others have more or something else, shall go on as a new one of the office. */
export function GoOnDialog({ hasServer, onClose }: { readonly hasServer: boolean; readonly onClose: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const [letter, setLetter] = useState<DeskLetter | null>(null)
  const goOn = async () => {
    const begun = await call.run(() => window.desk.deskGoOn({}))
    if (begun !== null) setLetter(begun.letter)
  }
  return (
    <Confirm
      title={t('desks.go_on')}
      act={t('desks.go_on')}
      call={call}
      allowed={letter === null}
      onAct={() => void goOn()}
      onClose={onClose}
    >
      <p>{t('desks.go_on_means')}</p>
      {hasServer ? <p>{t('desks.go_on_server')}</p> : null}
      {letter === null ? null : <Notice tone="green">{t('desks.go_on_done', { letter })}</Notice>}
    </Confirm>
  )
}
