import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useState } from 'react'
import type { SpeedFigure } from '#shared/diagnostics/speed.ts'
import { quarterOfDay } from '#shared/report/due.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { measurePage } from './measure.ts'

/** How long a person waits at this computer, measured when asked; what is slow says what slows it and what to do. */
export function SpeedCard() {
  const { t } = useWords()
  const call = useCall()
  const store = useStore()
  const today = useToday()
  const [figures, setFigures] = useState<readonly SpeedFigure[]>([])
  const measure = async () => {
    const answer = await call.run(async () =>
      window.desk.diagnosticsSpeed(await measurePage(store, quarterOfDay(today))),
    )
    if (answer !== null) setFigures(answer.figures)
  }
  const causes = [...new Set(figures.flatMap(({ slow }) => slow ?? []))]
  return (
    <Card title={t('speed.title')}>
      <div className="card-body">
        <p className="mute">{t('speed.why')}</p>
        <div className="buttons">
          <Button variant="default" loading={call.busy} onClick={() => void measure()}>
            {t('speed.measure')}
          </Button>
        </div>
        <ErrorNotice error={call.error} />
        {figures.length === 0 ? null : causes.length === 0 ? (
          <Notice tone="green">{t('speed.all_quick')}</Notice>
        ) : (
          causes.map(cause => (
            <Notice key={cause} tone="amber">
              {t(`speed.do.${cause}`)}
            </Notice>
          ))
        )}
      </div>
      <ul className="checks speed">
        {figures.map(figure => (
          <SpeedLine key={figure.code} figure={figure} />
        ))}
      </ul>
    </Card>
  )
}

function SpeedLine({ figure: { code, milliseconds, quick, slow } }: { figure: SpeedFigure }) {
  const { t } = useWords()
  const Icon = milliseconds === null ? IconCircleDashed : slow === null ? IconCircleCheck : IconAlertTriangle
  const tone = milliseconds === null ? 'mute' : slow === null ? 'green' : 'amber'
  return (
    <li data-code={code}>
      <span className={`check-state ${tone}`}>
        <Icon size={19} stroke={1.8} aria-hidden="true" />
        {milliseconds === null ? t('speed.none') : t('speed.took', { ms: Math.ceil(milliseconds) })}
      </span>
      <div>
        <h3>{t(`speed.name.${code}`)}</h3>
        <p className="mute">{t('speed.quick', { ms: quick })}</p>
      </div>
    </li>
  )
}
