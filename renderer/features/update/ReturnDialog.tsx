import type { KeptVersion } from '#shared/ipc/updates.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Outcome } from './UpdateCard.tsx'

/** Asks before the version that was at work before comes back: what is recorded stays. */
export function ReturnDialog({ back, onEnd }: { back: KeptVersion; onEnd: (done: Outcome | null) => void }) {
  const { t, dates } = useWords()
  const call = useCall()
  const goBack = async () => {
    const begun = await call.run(() => window.desk.updateReturn({ version: back.version }))
    if (begun !== null) onEnd({ begun })
  }
  return (
    <Confirm
      title={t('update.return_title', { version: back.version })}
      act={t('update.return_act')}
      call={call}
      onAct={() => void goBack()}
      onClose={() => onEnd(null)}
    >
      <p className="mute">{t('update.made', { date: screenDate(back.made, dates) })}</p>
      <p className="sentence">{t('update.return_then')}</p>
    </Confirm>
  )
}
