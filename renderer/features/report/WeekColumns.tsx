import { countText } from '#shared/report/figures.ts'
import type { ReportLine } from '#shared/report/quarterly-model.ts'
import './report-charts.css'

const HEIGHT = 72
const STEP = 40
const WIDTH = 14

/** A column a week, the same week of last year beside it. For the eye only: the table below says the same in figures. */
export function WeekColumns({ lines }: { lines: readonly ReportLine[] }) {
  const most = Math.max(1, ...lines.flatMap(({ current, previous }) => [current ?? 0, previous ?? 0]))
  const heightOf = (figure: number | null) => (HEIGHT * (figure ?? 0)) / most
  return (
    <svg className="week-columns" viewBox={`0 -18 ${STEP * lines.length} ${HEIGHT + 20}`} aria-hidden="true">
      {lines.map(({ key, current, previous }, at) => (
        <g key={key} transform={`translate(${STEP * at + 4} 0)`}>
          <rect y={HEIGHT - heightOf(current)} width={WIDTH} height={heightOf(current)} />
          <rect
            className="before"
            x={WIDTH + 2}
            y={HEIGHT - heightOf(previous)}
            width={WIDTH}
            height={heightOf(previous)}
          />
          <text x={WIDTH} y={HEIGHT - Math.max(heightOf(current), heightOf(previous)) - 4}>
            {countText(current)}
          </text>
        </g>
      ))}
      <line x1={0} x2={STEP * lines.length} y1={HEIGHT} y2={HEIGHT} />
    </svg>
  )
}
