/** Height of the drawing and of its two strips, in its own units; it is stretched to the width it is given. */
const HEIGHT = 10
const CURRENT = { y: 0.5, height: 5 }
const PREVIOUS = { y: 6.5, height: 3 }

interface Props {
  readonly current: number
  readonly previous: number | null
  /** The count that fills the width. */
  readonly most: number
}

/** Two strips for the eye only: this quarter above, full; last year below, thin and pale. The figures stand beside them. */
export function PairBar({ current, previous, most }: Props) {
  const width = (count: number) => (most === 0 ? 0 : (100 * count) / most)
  return (
    <svg className="pair-bar" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {current !== 0 && <rect className="pair-bar-current" width={width(current)} {...CURRENT} />}
      {previous !== null && previous !== 0 && (
        <rect className="pair-bar-previous" width={width(previous)} {...PREVIOUS} />
      )}
    </svg>
  )
}

/** Which strip is which year: told by place and thickness, not by colour alone. */
export function BarLegend({ current, previous }: { readonly current: string; readonly previous: string | null }) {
  return (
    <span className="bar-legend" aria-hidden="true">
      <LegendStrip year={current} strip="current" />
      {previous !== null && <LegendStrip year={previous} strip="previous" />}
    </span>
  )
}

function LegendStrip({ year, strip }: { readonly year: string; readonly strip: 'current' | 'previous' }) {
  const thickness = strip === 'current' ? CURRENT.height : PREVIOUS.height
  return (
    <span>
      <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <rect className={`pair-bar-${strip}`} width={100} y={(HEIGHT - thickness) / 2} height={thickness} />
      </svg>
      {year}
    </span>
  )
}
