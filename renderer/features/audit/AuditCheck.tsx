import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Checks every line of the audit and its anchors; says what was found and what to do. */
export function AuditCheck() {
  const { t } = useWords()
  const call = useCall()
  const [found, setFound] = useState<ResultOf<'audit.verify'> | null>(null)
  const check = async () => {
    setFound(null)
    setFound(await call.run(() => window.desk.auditVerify({})))
  }
  return (
    <Card title={t('audit.check')}>
      <div className="card-body">
        <p className="mute">{t('audit.check_why')}</p>
        <div className="buttons">
          <Button variant="default" loading={call.busy} onClick={() => void check()}>
            {t('audit.check_act')}
          </Button>
        </div>
        {found === null ? null : found.broken === null ? (
          <Notice tone="green">{t('audit.whole', { records: found.records, anchors: found.anchors })}</Notice>
        ) : (
          <Notice tone="red">
            {t(`audit.fault.${found.broken.why}`)}{' '}
            {t('audit.fault_place', { since: found.broken.since, line: found.broken.line })}
          </Notice>
        )}
        <ErrorNotice error={call.error} />
      </div>
    </Card>
  )
}
