import '../sheet.css'
import './talon-sheet.css'
import { Fragment } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { Pair, TalonBlocks } from './blocks.ts'

const SYSTEM = 'e-Otinish'

/** Papers a talon is printed on as text. */
export type SheetShape = 'A6' | 'A5' | 'A4'

/** A talon as a sheet of text. Every typed text stands in its own direction and turns nothing around it. */
export function TalonSheet({
  blocks,
  shape,
  language,
}: {
  blocks: TalonBlocks
  shape: SheetShape
  language: Language
}) {
  const { copy, number, next } = blocks
  return (
    <section className={`sheet sheet-${shape.toLowerCase()} talon talon-${shape.toLowerCase()}`} lang={language}>
      <p className="talon-office">
        <bdi>{blocks.office}</bdi>
      </p>
      <header className="talon-head">
        <div>
          <h1>{blocks.title}</h1>
          <p>{blocks.subtitle}</p>
        </div>
        {copy === null ? null : (
          <div className="talon-copy">
            <b>{copy.mark}</b>
            <span>{copy.why}</span>
          </div>
        )}
      </header>
      <div className="talon-number">
        <span>{number.label}</span>
        <b>
          <bdi>{number.text}</bdi>
        </b>
        <p>
          <Whole text={number.note} />
        </p>
      </div>
      <Pairs pairs={blocks.pairs} />
      <section className="talon-next">
        <h2>{next.title}</h2>
        <Pairs pairs={next.pairs} />
        {next.sentences.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <footer className="talon-foot">
        {blocks.foot.map(({ label, text }) => (
          <span key={label}>
            {label}: <bdi>{text}</bdi>
          </span>
        ))}
        <b>{blocks.keep}</b>
      </footer>
    </section>
  )
}

function Pairs({ pairs }: { pairs: readonly Pair[] }) {
  if (pairs.length === 0) return null
  return (
    <dl className="talon-pairs">
      {pairs.map(({ label, text }) => (
        <div key={label}>
          <dt>
            <Whole text={label} />
          </dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A text whose name of the system is not broken at its hyphen. */
function Whole({ text }: { text: string }) {
  const [first, ...rest] = text.split(SYSTEM)
  return (
    <>
      {first}
      {rest.map(part => (
        <Fragment key={part}>
          <span className="talon-whole">{SYSTEM}</span>
          {part}
        </Fragment>
      ))}
    </>
  )
}
