import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventOf, StartState } from '#shared/ipc/contract.ts'
import { ErrorNotice, Notice } from '../components/Notice.tsx'
import { useCall } from '../components/use-call.ts'
import { useStoreProgress } from '../db/use-query.ts'
import { sentenceOf } from '../i18n/sentence.ts'
import { useWords } from '../i18n/use-words.ts'
import { useDesk } from './desk-context.ts'

const MEGABYTE = 1024 * 1024
/** Code of the notice that asks for an answer, and so has a form of its own. */
const CLOCK = 'clock_jumped'
/** Codes of damage: told when it is found, and again to a page that is loaded later. */
const JOURNAL = 'journal_damaged'
const AUDIT = 'audit_damaged'
const OF_THEIR_OWN: readonly string[] = [CLOCK, JOURNAL, AUDIT]

/** What main told unasked: at start, and while the desk stands open. Each stays until it is settled. */
export function Notices() {
  const { i18n } = useTranslation()
  const { start } = useDesk()
  const [seen, setSeen] = useState<readonly string[]>([])
  return (
    <>
      {start.notices
        .filter(({ code }) => !OF_THEIR_OWN.includes(code) && !seen.includes(code))
        .map(({ code, params }) => (
          <SeenNotice key={code} onSeen={() => setSeen([...seen, code])}>
            {sentenceOf(i18n, `notice.${code}`, params, code)}
          </SeenNotice>
        ))}
      <RebuiltNotice />
      <DamageNotice />
      <AuditDamageNotice />
      <DiskNotice />
      <BackupNotice />
      <ClockNotice />
    </>
  )
}

/** An amber sentence that goes when the person has read it. */
function SeenNotice({ onSeen, children }: { onSeen: () => void; children: ReactNode }) {
  const { t } = useWords()
  return (
    <Notice tone="amber">
      {children}{' '}
      <button type="button" className="link" onClick={onSeen}>
        {t('notice.seen')}
      </button>
    </Notice>
  )
}

/** The lists were not there, or not whole: whoever saw an empty or a slow start is told why, and that nothing is lost. */
function RebuiltNotice() {
  const { t } = useWords()
  const { rebuilt, phase, total } = useStoreProgress()
  const [seen, setSeen] = useState(false)
  if (rebuilt === null || phase !== 'ready' || seen) return null
  // The journal has less than the lists had: that nothing is lost would not be true.
  const sentence = rebuilt === 'ahead_of_journal' ? 'notice.store_ahead' : 'notice.store_rebuilt'
  return <SeenNotice onSeen={() => setSeen(true)}>{t(sentence, { count: total })}</SeenNotice>
}

/** The journal was verified while the desk stood open. It stays: what to do is the administrator's. */
function DamageNotice() {
  const { t } = useWords()
  const { start } = useDesk()
  const [damage, setDamage] = useState(() => journalDamageOf(start))
  useEffect(() => window.desk.onJournalDamaged(setDamage), [])
  if (damage === null) return null
  return <Notice tone="red">{t('notice.journal_damaged', { at: damage.at })}</Notice>
}

/** So was the audit, which shows who saw what. */
function AuditDamageNotice() {
  const { t } = useWords()
  const { start } = useDesk()
  const [damage, setDamage] = useState(() => auditDamageOf(start))
  useEffect(() => window.desk.onAuditDamaged(setDamage), [])
  if (damage === null) return null
  return <Notice tone="red">{t('notice.audit_damaged', { ...damage })}</Notice>
}

function DiskNotice() {
  const { t } = useWords()
  const { start } = useDesk()
  const [disk, setDisk] = useState(start.disk)
  useEffect(() => window.desk.onDiskLow(setDisk), [])
  if (disk.free >= disk.floor) return null
  const sizes = { free: Math.floor(disk.free / MEGABYTE), floor: Math.ceil(disk.floor / MEGABYTE) }
  return <Notice tone="red">{t('notice.disk_low', sizes)}</Notice>
}

/** The copy of the data that is made by itself was not. It goes once one was. */
function BackupNotice() {
  const { t, errorText } = useWords()
  const [failed, setFailed] = useState<EventOf<'backup.told'>['failed']>(null)
  useEffect(() => window.desk.onBackupTold(told => setFailed(told.failed)), [])
  if (failed === null) return null
  return <Notice tone="amber">{t('backup.failed', { why: errorText(failed) })}</Notice>
}

function ClockNotice() {
  const { t } = useWords()
  const { start } = useDesk()
  const call = useCall()
  const [jump, setJump] = useState(() => jumpOf(start))
  useEffect(() => window.desk.onClockJumped(setJump), [])
  if (jump === null) return null
  const confirm = async () => {
    if ((await call.run(() => window.desk.clockConfirm({}))) !== null) setJump(null)
  }
  return (
    <>
      <Notice tone="amber">
        <p>{t('notice.clock_jumped', { wall: clockText(jump.wall), expected: clockText(jump.expected) })}</p>
        <Button loading={call.busy} onClick={() => void confirm()}>
          {t('notice.clock_confirm')}
        </Button>
      </Notice>
      <ErrorNotice error={call.error} />
    </>
  )
}

function jumpOf({ notices }: StartState): EventOf<'clock.jumped'> | null {
  const found = notices.find(({ code }) => code === CLOCK)
  return found ? { wall: String(found.params.wall), expected: String(found.params.expected) } : null
}

function journalDamageOf({ notices }: StartState): EventOf<'journal.damaged'> | null {
  const found = notices.find(({ code }) => code === JOURNAL)
  return found ? { at: String(found.params.at) } : null
}

function auditDamageOf({ notices }: StartState): EventOf<'audit.damaged'> | null {
  const found = notices.find(({ code }) => code === AUDIT)
  return found ? { since: Number(found.params.since), line: Number(found.params.line) } : null
}

/** A moment as the wall clock of this computer shows it. */
function clockText(moment: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
