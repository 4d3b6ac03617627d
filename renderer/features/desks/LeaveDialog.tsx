import { Confirm } from '../../components/Confirm.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Forgets the server: what was exchanged stays. */
export function LeaveDialog({ onEnd }: { onEnd: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const leave = async () => {
    if ((await call.run(() => window.desk.syncLeave({}))) !== null) onEnd()
  }
  return (
    <Confirm title={t('desks.leave')} act={t('desks.leave')} call={call} onAct={() => void leave()} onClose={onEnd}>
      <p>{t('desks.leave_why')}</p>
    </Confirm>
  )
}
