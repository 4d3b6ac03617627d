import { Button, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { AUDIT_KINDS, type AuditFilter, AuditKind } from '#shared/audit/model.ts'
import { EntityId } from '#shared/change/action.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PeriodPicker } from '../compliance/PeriodPicker.tsx'
import { namedPeriod, periodOf } from '../compliance/period.ts'
import { AuditCheck } from './AuditCheck.tsx'
import { AuditTable } from './AuditTable.tsx'
import { numberIn } from './audit-words.ts'
import { GiveOutIncident } from './GiveOutIncident.tsx'
import { useAudit } from './use-audit.ts'
import '../compliance/compliance.css'
import './audit.css'

type Narrowed = Readonly<Record<string, string>>

const NOTHING = {}

/** Who entered, when, and who tried to. */
const DOOR = 'door'

/** Who saw, searched, printed and gave out: the lines of the audit, newest first, and whether all of them stand as written. */
export function AuditPart({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useWords()
  const today = useToday()
  const isNamed = narrowed.from !== undefined && narrowed.to !== undefined
  const { from, to } = isNamed ? periodOf(narrowed, today) : namedPeriod('this_month', today)
  const { user = '', kind = '', application = '' } = narrowed
  const filter = useMemo<AuditFilter>(
    () => ({
      ...{ from, to, user: user === '' ? null : user },
      kind: kind === DOOR ? DOOR : (AuditKind.safeParse(kind).data ?? null),
      entity: EntityId.safeParse(application).data ?? null,
    }),
    [from, to, user, kind, application],
  )
  const lines = useAudit(filter)
  return (
    <>
      <section className="card journal-head" aria-label={t('audit.narrowed')}>
        <PeriodPicker period={{ from, to }} narrowed={{ ...narrowed, part: 'audit' }} />
        <Choices narrowed={narrowed} />
      </section>
      <Card title={t('audit.lines')} beside={<GiveOutIncident filter={filter} />}>
        <p className="card-body mute">{t('audit.acts_elsewhere')}</p>
        {lines.unread > 0 ? <Notice tone="red">{t('audit.unread', { count: lines.unread })}</Notice> : null}
        <ErrorNotice error={lines.call.error} />
        {lines.isRead && lines.records.length === 0 ? <p className="card-body mute">{t('audit.none')}</p> : null}
        {lines.records.length === 0 ? null : <AuditTable records={lines.records} entity={filter.entity} />}
        {lines.next === null ? null : (
          <div className="card-body buttons">
            <Button variant="default" loading={lines.call.busy} onClick={lines.readMore}>
              {t('audit.more')}
            </Button>
          </div>
        )}
      </Card>
      <AuditCheck />
    </>
  )
}

/** Whose lines, of what kind, about which application. */
function Choices({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useWords()
  const users = useRows('users.all', NOTHING) ?? []
  const set = (key: string, value: string) => {
    const { [key]: _, ...others } = narrowed
    goTo('report', { ...others, part: 'audit', ...(value === '' ? {} : { [key]: value }) })
  }
  const people = users.flatMap(({ user }) => (user === null ? [] : [{ value: user.id, label: user.name }]))
  const entity = EntityId.safeParse(narrowed.application).data
  return (
    <div className="filters">
      <NativeSelect
        className="filter"
        label={t('audit.by')}
        value={narrowed.user ?? ''}
        data={[{ value: '', label: t('audit.by.any') }, ...people]}
        onChange={event => set('user', event.currentTarget.value)}
      />
      <NativeSelect
        className="filter"
        label={t('audit.what')}
        value={narrowed.kind ?? ''}
        data={[
          { value: '', label: t('audit.what.any') },
          { value: DOOR, label: t('audit.door_lines') },
          ...AUDIT_KINDS.map(one => ({ value: one, label: t(`audit.kind.${one}`) })),
        ]}
        onChange={event => set('kind', event.currentTarget.value)}
      />
      {entity === undefined ? null : (
        <span className="chip">
          {t('audit.of_application', { number: numberIn(entity) })}
          <button type="button" aria-label={t('audit.of_any')} onClick={() => set('application', '')}>
            <IconX size={15} aria-hidden="true" />
          </button>
        </span>
      )}
    </div>
  )
}
