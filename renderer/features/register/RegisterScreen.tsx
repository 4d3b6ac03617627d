import { CorrectScreen } from './CorrectScreen.tsx'
import { correctedKey } from './corrected-key.ts'
import { RegisterDesk } from './RegisterDesk.tsx'

/** Registers appeals of every channel; with `correct` in the address puts one right. */
export function RegisterScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const corrected = correctedKey(narrowed.correct)
  return corrected === null ? (
    <RegisterDesk reception={narrowed.reception} />
  ) : (
    <CorrectScreen key={corrected} application={corrected} />
  )
}
