import type { Bilingual } from '#shared/official/model.ts'
import { type FootParagraph, footOf } from '#shared/posting/posted-foot.ts'
import { titleKey } from '#shared/posting/posted-title.ts'
import type { PostedSheet } from '#shared/schedule/posted-sheet.ts'
import { PostedRows } from './PostedRows.tsx'
import { type PostedPaper, postedStep } from './posted-size.ts'
import type { ScheduleSheetKey, SheetTexts } from './sheet-texts.ts'
import '../sheet.css'
import './posted-schedule.css'

const LANGUAGES: readonly (keyof Bilingual)[] = ['kk', 'ru']

/** What the posted schedule is drawn from. */
export interface PostedScheduleProps {
  readonly sheet: PostedSheet
  readonly paper: PostedPaper
  readonly texts: SheetTexts<ScheduleSheetKey>
}

/**
 * The schedule of receptions as it is posted in the room (clause 7): Kazakh left, Russian right, both of one size and
 * weight; what has no language - hours and room - stands between them.
 */
export function PostedSchedule({ sheet, paper, texts }: PostedScheduleProps) {
  const draft = texts('schedule.sheet.draft_mark')
  const foot = footOf(sheet, texts)
  const { step, flows } = postedStep(sheet, paper, foot)
  return (
    <section
      className={`sheet sheet-${paper}-landscape posted posted-${paper} posted-step-${step}${flows ? ' posted-flows' : ''}`}
    >
      {sheet.approvedOn === null && (
        <div className="sheet-draft" aria-hidden="true">
          <span>{`${draft.kk} / ${draft.ru}`}</span>
        </div>
      )}
      <Head sheet={sheet} texts={texts} />
      <PostedRows sheet={sheet} texts={texts} />
      <Foot paragraphs={foot} />
    </section>
  )
}

function Head({ sheet, texts }: Pick<PostedScheduleProps, 'sheet' | 'texts'>) {
  const title = texts(titleKey(sheet.profile))
  const place = texts('schedule.sheet.place')
  const approved =
    sheet.approvedOn === null
      ? texts('schedule.sheet.not_approved')
      : texts('schedule.sheet.approved', { date: sheet.approvedOn })
  return (
    <header className="posted-head">
      <InBoth text={sheet.office.name} className="posted-office" />
      <InBoth text={title} className="posted-title" as="h1" />
      {LANGUAGES.map(language => (
        <p key={language} lang={language} className="posted-place">
          {place[language]} · <b>{sheet.monthTitle[language]}</b>
        </p>
      ))}
      <InBoth text={approved} className="posted-approved" />
    </header>
  )
}

function Foot({ paragraphs }: { readonly paragraphs: readonly FootParagraph[] }) {
  return (
    <footer className="posted-foot">
      {paragraphs.map(({ key, kind, mark, text }) => (
        <InBoth key={key} text={text} className={`posted-${kind}`} mark={mark} />
      ))}
    </footer>
  )
}

interface InBothProps {
  readonly text: Bilingual
  readonly className: string
  readonly as?: 'p' | 'h1'
  readonly mark?: string
}

/** The two halves of one line: they share a row of the grid, so a longer one never pushes its neighbour out of line. */
function InBoth({ text, className, as: Tag = 'p', mark = '' }: InBothProps) {
  return LANGUAGES.map(language => (
    <Tag key={language} lang={language} className={className}>
      {mark !== '' && <sup>{mark}</sup>} <Unbroken text={text[language]} />
    </Tag>
  ))
}

/** Hours, numbers with an ending, numbers of acts, telephones, and what a town or street is after its short word, are never broken over two lines. */
const WHOLE = /(\+7[\d -]+\d|№ \S+|[\da-f]{4}-[\da-f]{4}|(?<!\S)\S*\d[–-]\S*|(?<!\S)\p{Ll}{1,2}\. \S+)/u

function Unbroken({ text }: { readonly text: string }) {
  // split() by a pattern in brackets puts every match on an odd place; a piece has no other name than its place.
  return text.split(WHOLE).map((piece, place) =>
    place % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a printed line never change places
      <span key={place} className="posted-whole">
        {piece}
      </span>
    ),
  )
}
