import { addressOf } from '../../app/route.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DemandsBoard } from '../demands/DemandsBoard.tsx'
import { CONTROL_PARTS, type ControlPart, partOf } from './control-parts.ts'
import { InstructionsBoard } from './InstructionsBoard.tsx'
import './control.css'

/** What the Department controls (clause 32), part by part. */
export function ControlScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t } = useWords()
  const shown = partOf(narrowed)
  return (
    <>
      <div className="screen-head">
        <h1>{t('control.title')}</h1>
        <nav className="letter-tabs" aria-label={t('control.title')}>
          {(Object.keys(CONTROL_PARTS) as ControlPart[]).map(part => (
            <a key={part} href={addressOf('control', { part })} aria-current={part === shown ? 'page' : undefined}>
              {t(CONTROL_PARTS[part])}
            </a>
          ))}
        </nav>
      </div>
      {shown === 'instructions' ? <InstructionsBoard narrowed={narrowed} /> : <DemandsBoard narrowed={narrowed} />}
    </>
  )
}
