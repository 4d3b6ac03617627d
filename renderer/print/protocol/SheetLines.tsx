import type { ProtocolLine } from '#shared/protocol/sheet-lines.ts'
import '../sheet.css'
import './protocol-sheet.css'

interface Given {
  readonly lines: readonly ProtocolLine[]
  /** Language of the sheet. */
  readonly language: string
}

/** A sheet of lines, as a protocol and an act of destruction are set: on screen the very element that is printed. */
export function SheetLines({ lines, language }: Given) {
  const mark = lines.find(({ kind }) => kind === 'mark')
  return (
    <article className="sheet sheet-a4 protocol" lang={language}>
      {mark === undefined ? null : (
        <div className="sheet-draft" aria-hidden="true">
          <span data-mark={mark.text} />
        </div>
      )}
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a printed sheet never changes its order
        <Line key={at} line={line} />
      ))}
    </article>
  )
}

function Line({ line: { kind, label, text } }: { line: ProtocolLine }) {
  switch (kind) {
    case 'mark':
      return null
    case 'annex':
      return <p className="protocol-annex">{text}</p>
    case 'title':
      return <h1>{text}</h1>
    case 'signature':
      return (
        <div className="protocol-signature">
          <b>{label}</b>
          <span>{text}</span>
          <span className="protocol-hand" />
        </div>
      )
    default:
      return (
        <p className={`protocol-${kind}`}>
          {label === '' ? null : <b>{label}: </b>}
          {kept(text)}
        </p>
      )
  }
}

/** A number does not part from its sign. */
function kept(text: string): string {
  return text.replaceAll('\u2116 ', '\u2116\u00a0')
}
