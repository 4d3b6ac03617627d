import { Button, Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ReceptionResult } from '#shared/application/model.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useFocusWhen } from './use-focus-when.ts'
import type { ReceptionActs } from './use-reception-acts.ts'
import { RESULT_WORDS } from './visit-words.ts'

interface Asked {
  readonly visit: VisitRow
  /** The application was withdrawn meanwhile: only the visit ends. */
  readonly isClosed: boolean
  readonly acts: ReceptionActs
  readonly wanted: object | null
}

/** What the reception ended with. It closes the application too, so nothing is chosen beforehand. */
export function FinishVisit({ visit, isClosed, acts, wanted }: Asked) {
  const { t } = useWords()
  const [result, setResult] = useState<ReceptionResult | null>(null)
  const [sent, setSent] = useState(false)
  const first = useFocusWhen<HTMLInputElement>(wanted)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (result !== null) acts.finish(visit, result)
  }
  return (
    <form className="by-hand" noValidate onSubmit={submit}>
      <Radio.Group
        label={t('reception.result')}
        description={t(isClosed ? 'reception.result.closed' : 'reception.result.sentence')}
        value={result}
        error={sent && result === null ? t('reception.result.missing') : undefined}
        onChange={chosen => setResult(ReceptionResult.nullable().catch(null).parse(chosen))}
      >
        <div className="result-choices">
          {ReceptionResult.options.map((one, index) => (
            <Radio key={one} ref={index === 0 ? first : null} value={one} label={t(RESULT_WORDS[one])} />
          ))}
        </div>
      </Radio.Group>
      <div className="buttons">
        <Button type="submit" loading={acts.work.call.busy}>
          {t('visit.act.finish')} <kbd className="on-button">Enter</kbd>
        </Button>
      </div>
    </form>
  )
}
