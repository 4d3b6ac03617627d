import { compareHolder, type IinFinding } from '#shared/identity/compare.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { LocaleKey } from '../i18n/keys.ts'
import { useWords } from '../i18n/use-words.ts'
import { Notice } from './Notice.tsx'
import type { ScanTold } from './use-scanner.ts'

const ABOUT: Record<Extract<IinFinding, { level: 'warn' }>['code'], LocaleKey> = {
  iin_differs: 'identity.about.iin_differs',
  iin_birth_differs: 'identity.about.iin_birth_differs',
  iin_sex_differs: 'identity.about.iin_sex_differs',
}

interface Told {
  readonly scan: ScanTold
  /** The IIN the application was registered with; empty: none. */
  readonly registered: string
}

/** What a scanner read, and what of it a person has to compare. */
export function ScanNotice({ scan, registered }: Told) {
  const { t, dates } = useWords()
  const findings = findingsOf(scan, registered)
  const sentences: string[] = []
  if (scan.kind === 'mrz_faulty') sentences.push(t('scan.faulty'))
  if (scan.kind === 'digital') sentences.push(t('scan.digital'))
  if (scan.kind === 'iin') sentences.push(t(registered === scan.iin ? 'scan.iin_agrees' : 'scan.iin'))
  if (scan.kind === 'mrz') {
    const { surname, given, namesCut, birth, corrected, numberProved, iinUnread } = scan.read
    const name = `${surname} ${given}`.trim()
    sentences.push(
      birth === null ? t('scan.read', { name }) : t('scan.read_born', { name, birth: screenDate(birth, dates) }),
    )
    if (namesCut) sentences.push(t('scan.names_cut'))
    if (corrected.length > 0) {
      const what = [...new Set(corrected.map(({ from, to }) => `${from}\u2192${to}`))].join(', ')
      sentences.push(t('scan.corrected', { what }))
    }
    if (!numberProved) sentences.push(t('scan.number_unproved'))
    if (iinUnread) sentences.push(t('scan.iin_unread'))
  }
  sentences.push(...findings.map(code => t(ABOUT[code])))
  const isFaulty = scan.kind === 'mrz_faulty'
  const isPlain = findings.length === 0 && (scan.kind !== 'mrz' || scan.read.corrected.length === 0)
  return <Notice tone={isFaulty ? 'red' : isPlain ? 'sky' : 'amber'}>{sentences.join(' ')}</Notice>
}

function findingsOf(scan: ScanTold, registered: string): (keyof typeof ABOUT)[] {
  if (scan.kind !== 'iin' && scan.kind !== 'mrz') return []
  const holder = scan.kind === 'iin' ? { iin: scan.iin, birth: null, sex: null } : scan.read
  return compareHolder(holder, registered).flatMap(found => (found.level === 'warn' ? [found.code] : []))
}
