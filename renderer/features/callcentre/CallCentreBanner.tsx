import { addressOf } from '../../app/route.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useCallCentre } from './use-call-centre.ts'
import { useCallCentreWords } from './use-call-centre-words.ts'

/** What every screen says while a mode of the call centre lasts, or calls are not taken (clause 37(4)). */
export function CallCentreBanner() {
  const { t } = useWords()
  const known = useCallCentre()
  const wordsOf = useCallCentreWords()
  if (known === undefined) return null
  const { held, interrupted } = known
  const see = (
    <a className="link" href={addressOf('settings', { part: 'callcentre' })}>
      {t('today.see')}
    </a>
  )
  return (
    <>
      {interrupted === null ? null : (
        <Notice tone="red">
          <b>{t('callcentre.banner.interrupted')}</b> {wordsOf(interrupted).head}, {wordsOf(interrupted).told} {see}
        </Notice>
      )}
      {held.map(state => (
        <Notice key={state.id} tone="amber">
          <b>{t('callcentre.banner.mode')}</b> {wordsOf(state).head}, {wordsOf(state).told} {see}
        </Notice>
      ))}
    </>
  )
}
