import type { ReactNode } from 'react'
import { outgoingText } from '#shared/letter/number.ts'
import { addressOf } from '../../app/route.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { SignedLetter } from './SignedLetter.tsx'

interface Shown {
  readonly title: string
  readonly letter: EntityState<'letter'> | null
  /** What the letter is about: its address and its name. */
  readonly about: { readonly href: string; readonly name: string }
  /** Where it is written, as long as it is not signed. */
  readonly children: ReactNode
}

/** A letter of no applicant: its head, and the letter as it stands. */
export function NobodysLetter({ title, letter, about, children }: Shown) {
  const { t } = useWords()
  return (
    <>
      <div className="screen-head">
        <h1>{title}</h1>
        {letter?.signed ? <b>{outgoingText(letter.signed.number)}</b> : null}
        <a className="link" href={about.href}>
          {about.name}
        </a>
        <span className="space" />
        <a className="link" href={addressOf('letters')}>
          {t('letters.all')}
        </a>
      </div>
      {letter !== null && letter.status !== 'drafted' ? <SignedLetter letter={letter} answered={null} /> : children}
    </>
  )
}
