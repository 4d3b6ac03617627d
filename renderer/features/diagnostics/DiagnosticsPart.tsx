import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Check } from '#shared/diagnostics/checks.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { addressOf } from '../../app/route.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { SpeedCard } from './SpeedCard.tsx'
import './diagnostics.css'

const ICONS = { ok: IconCircleCheck, warning: IconAlertTriangle, bad: IconCircleX } as const
const TONES = { ok: 'green', warning: 'amber', bad: 'red' } as const

/** How the desk stands: numbered checks, each with what it found and what to do, and a report of them without people. */
export function DiagnosticsPart() {
  const { t } = useWords()
  const call = useCall()
  const [checks, setChecks] = useState<readonly Check[] | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const look = async () => {
    setSaved(null)
    const page = await pageFacts()
    const answer = await call.run(() => window.desk.diagnosticsLook(page))
    if (answer !== null) setChecks(answer.checks)
  }
  const save = async () => {
    const page = await pageFacts()
    setSaved(await call.run(() => window.desk.diagnosticsSave(page)))
  }
  const lookOnce = useEffectEvent(() => void look())
  useEffect(() => lookOnce(), [])
  const wrong = checks?.filter(({ state }) => state !== 'ok').length ?? 0
  return (
    <>
      <div className="screen-head">
        <h1>{t('check.title')}</h1>
        <a href={addressOf('settings')}>{t('check.back')}</a>
      </div>
      <Card title={t('check.found')}>
        <div className="card-body">
          <p className="mute">{t('check.why')}</p>
          <div className="buttons">
            <Button loading={call.busy} onClick={() => void look()}>
              {t('check.again')}
            </Button>
            <Button variant="default" disabled={checks === null || call.busy} onClick={() => void save()}>
              {t('check.save')}
            </Button>
          </div>
          <SavedNotice saved={saved} />
          <ErrorNotice error={call.error} />
          {checks === null ? null : wrong === 0 ? (
            <Notice tone="green">{t('check.all_well')}</Notice>
          ) : (
            <Notice tone="amber">{t('check.look_at', { count: wrong })}</Notice>
          )}
        </div>
        <ol className="checks">
          {(checks ?? []).map(check => (
            <CheckLine key={check.code} check={check} />
          ))}
        </ol>
      </Card>
      <SpeedCard />
    </>
  )
}

function CheckLine({ check: { number, code, state, say, params } }: { check: Check }) {
  const { t, dates } = useWords()
  const Icon = ICONS[state]
  const said = datesSaid(params, dates)
  return (
    <li data-code={code} data-state={state}>
      <span className="check-number">{number}</span>
      <span className={`check-state ${TONES[state]}`}>
        <Icon size={19} stroke={1.8} aria-hidden="true" />
        {t(`check.state.${state}`)}
      </span>
      <div>
        <h3>
          {t(`check.name.${code}`)} <span className="check-code">{say}</span>
        </h3>
        <p>{t(`check.say.${say}`, said)}</p>
        {state === 'ok' ? null : <p className="check-do">{t(`check.do.${say}` as 'check.do.folder_refused', said)}</p>}
      </div>
    </li>
  )
}

function datesSaid(params: Check['params'], dates: Words['dates']): Check['params'] {
  const said = (value: string | number) => {
    const day = PlainDate.safeParse(value)
    return day.success ? screenDate(day.data, dates) : value
  }
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(value)]))
}

/** What only the page knows of its browser. */
async function pageFacts(): Promise<{ persisted: boolean | null; chromium: string | null }> {
  const persisted = await navigator.storage.persisted().catch(() => null)
  return { persisted, chromium: /Chrome\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? null }
}
