import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Analytics } from '#shared/analytics/analytics.ts'
import type { Finding } from '#shared/analytics/systemic.ts'
import { addressOf } from '../../app/route.ts'
import { Card } from '../../components/Card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { Names } from './analytics-names.ts'
import { How } from './How.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { findingText, responsibleText } from './note-text.ts'

interface Shown {
  readonly analytics: Analytics
  readonly names: Names
}

/** What grew or stands out, with the applications it is seen by, and the note made of it. */
export function Findings({ analytics, names }: Shown) {
  const { t } = useWords()
  const [isWriting, setWriting] = useState(false)
  const { findings, more, compared, past } = analytics.systemic
  const note = (
    <Button aria-expanded={isWriting} variant={isWriting ? 'default' : 'filled'} onClick={() => setWriting(!isWriting)}>
      {t('analytics.note.open')}
    </Button>
  )
  return (
    <Card title={t('analytics.findings')} beside={note}>
      <div className="card-body">
        {past.length === 0 ? <p>{t('analytics.findings.no_past')}</p> : null}
        {findings.length === 0 ? <p>{t('analytics.findings.none', { compared })}</p> : null}
        <ul className="analytics-findings">
          {findings.map(one => (
            <FindingLine key={`${one.kind} ${one.topic} ${one.district}`} finding={one} names={names} />
          ))}
        </ul>
        {more === 0 ? null : <p>{t('analytics.findings.more', { count: more })}</p>}
        <How text={t('analytics.findings.how', { past: past.length })} />
      </div>
      {isWriting ? <NoteEditor analytics={analytics} /> : null}
    </Card>
  )
}

function FindingLine({ finding, names }: { finding: Finding; names: Names }) {
  const { t } = useWords()
  const { examples, probability } = finding
  return (
    <li>
      <p>
        {findingText(finding, { t, names })}{' '}
        <span className="mute">{t('analytics.findings.chance', { chance: chanceText(probability) })}</span>
      </p>
      <p className="analytics-numbers">
        {examples.map(({ id, number }) => (
          <a key={id} className="link" href={addressOf('applications', { open: id })}>
            {number}
          </a>
        ))}
        <span className="mute">{responsibleText(finding, { t, names })}</span>
      </p>
    </li>
  )
}

/** A probability as far as it tells anything. */
function chanceText(probability: number): string {
  return probability < 0.0001 ? '< 0,0001' : probability.toFixed(4).replace('.', ',')
}
