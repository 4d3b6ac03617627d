import { type DocumentSection, inLanguage } from '#shared/report/report-paper.ts'
import type { ReportWords } from './report-words.ts'

const HEIGHT = 40
const STEP = 14

/** Weeks as columns for the eye only: this quarter dark, last year's beside it pale. The figures stand in the lines below. */
export function WeekColumns({
  section: { lines },
  words,
}: {
  readonly section: DocumentSection
  readonly words: ReportWords
}) {
  const weeks = lines.filter(({ level }) => level === 'line')
  const most = Math.max(1, ...weeks.map(({ current, previous }) => Math.max(current ?? 0, previous ?? 0)))
  const tall = (figure: number | null) => ((HEIGHT - 1) * (figure ?? 0)) / most
  return (
    <svg
      className="week-columns"
      viewBox={`0 0 ${weeks.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {weeks.map(({ key, label, current, previous }, at) => (
        <g key={key} data-week={inLanguage(label, words.language)}>
          <rect
            className="pair-bar-current"
            x={at * STEP + 2}
            width={6}
            y={HEIGHT - tall(current)}
            height={tall(current)}
          />
          <rect
            className="pair-bar-previous"
            x={at * STEP + 8}
            width={4}
            y={HEIGHT - tall(previous)}
            height={tall(previous)}
          />
        </g>
      ))}
    </svg>
  )
}
