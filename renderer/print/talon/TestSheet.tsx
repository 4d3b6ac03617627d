import '../sheet.css'
import './talon-sheet.css'
import type { SheetShape } from './TalonSheet.tsx'
import type { TestTexts } from './test-texts.ts'

const SHADES = [10, 25, 50, 75, 100]
/** Millimetres of the ruler: what every paper here is wide enough for. */
const RULER = 80

/** The test page as a sheet of text: a frame at the margins, letters, signs, shades, a ruler. */
export function TestSheet({ texts, shape }: { texts: TestTexts; shape: SheetShape }) {
  return (
    <section className={`sheet sheet-${shape.toLowerCase()} talon talon-test talon-${shape.toLowerCase()}`} lang="kk">
      {texts.titles.map(title => (
        <h2 key={title}>{title}</h2>
      ))}
      <dl className="talon-pairs">
        {texts.samples.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="talon-label">{texts.shades}</p>
      <div className="talon-shades">
        {SHADES.map(shade => (
          <svg key={shade} viewBox="0 0 10 6" aria-hidden="true">
            <rect width="10" height="6" fill="#000" fillOpacity={shade / 100} />
          </svg>
        ))}
      </div>
      <p className="talon-label">{texts.ruler}</p>
      <svg className="talon-ruler" viewBox={`0 0 ${RULER} 5`} aria-hidden="true">
        {Array.from({ length: RULER + 1 }, (_, tick) => tick).map(tick => (
          <rect key={tick} x={tick} width="0.2" height={tick % 10 === 0 ? 5 : tick % 5 === 0 ? 3.5 : 2} />
        ))}
      </svg>
      {texts.frame.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}
