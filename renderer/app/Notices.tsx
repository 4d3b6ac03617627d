import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventOf } from '#shared/ipc/contract.ts'
import { ErrorNotice, Notice } from '../components/Notice.tsx'
import { useCall } from '../components/use-call.ts'
import { sentenceOf } from '../i18n/sentence.ts'
import { useWords } from '../i18n/use-words.ts'
import { useDesk } from './desk-context.ts'

const MEGABYTE = 1024 * 1024

/** What main told unasked: at start, and while the desk stands open. Each stays until it is settled. */
export function Notices() {
  const { i18n } = useTranslation()
  const { start } = useDesk()
  const [seen, setSeen] = useState<readonly string[]>([])
  const { t } = useWords()
  return (
    <>
      {start.notices
        .filter(({ code }) => !seen.includes(code))
        .map(({ code, params }) => (
          <Notice key={code} tone="amber">
            {sentenceOf(i18n, `notice.${code}`, params, code)}{' '}
            <button type="button" className="link" onClick={() => setSeen([...seen, code])}>
              {t('notice.seen')}
            </button>
          </Notice>
        ))}
      <DiskNotice />
      <ClockNotice />
    </>
  )
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

function ClockNotice() {
  const { t } = useWords()
  const call = useCall()
  const [jump, setJump] = useState<EventOf<'clock.jumped'> | null>(null)
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

/** A moment as the wall clock of this computer shows it. */
function clockText(moment: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
