import { numberText } from '#shared/application/number.ts'
import { joined } from '#shared/text/isolated.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { applicantName } from '../../components/applicant-name.ts'
import type { ApplicationListRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { timeOn } from './check-in.ts'

interface Listed {
  readonly rows: readonly ApplicationListRow[]
  readonly at: number
  /** Where several may be marked: who is, and what marks. */
  readonly marked?: readonly ApplicationListRow[]
  readonly today: PlainDate
  readonly isAnswered: boolean
  readonly onChoose: (id: string) => void
  readonly onMark?: (row: ApplicationListRow) => void
}

/** Applications whose person may have come. The focus stays in the field above; the arrows move here. */
export function CandidateList({ rows, at, marked, today, isAnswered, onChoose, onMark }: Listed) {
  const { t } = useWords()
  return (
    <div
      id="candidates"
      className="candidates"
      role="listbox"
      aria-label={t('reception.candidates')}
      aria-busy={!isAnswered}
    >
      {rows.map((row, index) => (
        <div
          key={row.id}
          id={`candidate-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          aria-checked={marked?.some(({ id }) => id === row.id)}
          onMouseDown={event => event.preventDefault()}
          onClick={event => {
            onChoose(row.id)
            if (event.ctrlKey) onMark?.(row)
          }}
          onKeyDown={() => undefined}
        >
          <b>{applicantName(row) || row.organisation || t('applications.erased')}</b>
          <b>{timeOn(row, today) ?? ''}</b>
          <small>{aboutOf(row)}</small>
        </div>
      ))}
    </div>
  )
}

/** What tells people of one name apart. */
function aboutOf({ maskedIin, number, organisation }: ApplicationListRow): string {
  const parts = [maskedIin, number === null ? '' : numberText(number), organisation]
  return joined(parts, ' \u00b7 ')
}
