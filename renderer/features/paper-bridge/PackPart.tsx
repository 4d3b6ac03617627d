import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import type { Pack } from '#shared/pack/model.ts'
import type { PrintedPack } from '#shared/pack/transitions.ts'
import { officeDate, officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { ticketText } from '#shared/visit/number.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'

const NOTHING = {}
const USUAL = '40'
/** More talons than this are no pack but a stock: two hundred are a mass day. */
const MOST = 200
const SHOWN = 5

/** The packs: a new one is numbered and saved for printing; one that did not come out is saved again as it is. */
export function PackPart({ packs }: { packs: readonly PrintedPack[] }) {
  const { t, dates } = useWords()
  const letter = useLetter()
  const { call, saved, print, again } = usePacks(letter)
  const [typed, setTyped] = useState(USUAL)
  const [sent, setSent] = useState(false)
  const size = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  const isSize = size >= 1 && size <= MOST
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (isSize) void print(size)
  }
  const textOf = (serial: number) => (letter === null ? String(serial) : ticketText({ letter, serial }))
  return (
    <Card title={t('paper.packs')}>
      <form className="card-body" noValidate onSubmit={submit}>
        <p className="mute">{t('paper.packs.sentence')}</p>
        <div className="pack-print">
          <TextInput
            label={t('paper.size')}
            inputMode="numeric"
            maxLength={3}
            value={typed}
            error={sent && !isSize ? t('paper.size.fault', { most: MOST }) : undefined}
            onChange={event => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={call.busy} disabled={letter === null}>
            {t('paper.print')}
          </Button>
        </div>
        <SavedNotice saved={saved} />
        <ErrorNotice error={call.error} />
      </form>
      <ul className="rows">
        {packs
          .slice(-SHOWN)
          .toReversed()
          .map(pack => (
            <li key={pack.request}>
              <b className="ticket">{`${textOf(pack.from)}\u2013${textOf(pack.to)}`}</b>
              <span className="grow mute">
                {screenDate(officeDate(Date.parse(pack.at)), dates)}, {officeTime(Date.parse(pack.at))}
              </span>
              <Button variant="default" loading={call.busy} onClick={() => void again(pack)}>
                {t('paper.again')}
              </Button>
            </li>
          ))}
      </ul>
    </Card>
  )
}

function useLetter() {
  const { installation } = useDesk().start
  const desks = useRows('desks.all', NOTHING)
  return desks?.find(({ key }) => key === installation)?.letter ?? null
}

/** The same press is one pack: a request stays until its paper is saved. */
function usePacks(letter: ReturnType<typeof useLetter>) {
  const { language } = useWords()
  const office = useOffice()
  const store = useStore()
  const call = useCall()
  const request = useRef(newRequestId())
  const [saved, setSaved] = useState<Saved | null>(null)
  const save = ({ from, to }: Pack) => {
    if (!office || letter === null) throw new Error('a pack without an office')
    const data = { letter, pack: { from, to }, office: office.name, room: office.room }
    return window.desk.sheetSave({
      job: { kind: 'pack', paper: 'A4', language, data },
      fileName: `talons-${from}-${to}.pdf`,
    })
  }
  const again = async (pack: Pack) => setSaved(await call.run(() => save(pack)))
  const print = async (size: number) => {
    setSaved(null)
    const given = await call.run(async () => {
      const answer = await window.desk.packPrint({ request: request.current, size })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
    if (given === null) return
    // The numbers stand whatever becomes of the paper: it is saved again from the list.
    request.current = newRequestId()
    await again(given.pack)
  }
  return { call, saved, print, again }
}
