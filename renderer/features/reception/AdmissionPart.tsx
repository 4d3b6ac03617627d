import { joined } from '#shared/text/isolated.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { mayAdmit } from '#shared/visit/identity.ts'
import type { Overruled } from '#shared/visit/model.ts'
import { toOverrule } from '#shared/visit/transitions.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useRows } from '../../app/use-rows.ts'
import { Notice } from '../../components/Notice.tsx'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { AdmitVisitor } from './AdmitVisitor.tsx'
import type { PersonOfVisit } from './use-people.ts'
import type { ReceptionActs } from './use-reception-acts.ts'
import { STOPPED_WORDS } from './visit-words.ts'

const NOTHING = {}

interface Shown {
  readonly visit: VisitRow
  readonly people: readonly PersonOfVisit[]
  readonly acts: ReceptionActs
  readonly isOver: boolean
}

/** Where a check did not pass: what is missing and who decides; to the lead the form, afterwards what was decided. */
export function AdmissionPart({ visit, people, acts, isOver }: Shown) {
  const { t } = useWords()
  const role = useDesk().start.user?.role ?? 'clerk'
  const { status, admission } = visit.state
  const users = useRows('users.all', NOTHING)
  if (admission !== null) {
    const name = users?.find(one => one.user?.id === admission.user)?.user?.name ?? ''
    const time = officeTime(Date.parse(admission.at))
    return (
      <Notice tone="sky">
        <div>{t('identity.admitted', { what: inWords(admission.overruled), name, time })}</div>
        <div>{admission.reason}</div>
      </Notice>
    )
  }
  if (status !== 'stopped' || isOver) return null
  const what = inWords(toOverrule(visit.state))
  return (
    <>
      <Notice tone="amber">
        {t('identity.stopped', { what })} {t(mayAdmit(role) ? 'identity.you_decide' : 'identity.lead_decides')}
      </Notice>
      {mayAdmit(role) ? <AdmitVisitor key={visit.head} visit={visit} acts={acts} /> : null}
    </>
  )

  function inWords(overruled: readonly Overruled[]): string {
    const said = overruled.map(({ member, fault }) => {
      const text = t(STOPPED_WORDS[fault])
      const name = people.find(one => one.member === member)?.name ?? ''
      return people.length === 1 ? text : t('identity.fault_of', { name, fault: text })
    })
    return joined(said, '; ')
  }
}
