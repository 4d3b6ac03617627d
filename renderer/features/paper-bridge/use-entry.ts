import { useEffect, useMemo, useState } from 'react'
import { nextToEnter } from '#shared/pack/entry.ts'
import type { PrintedPack } from '#shared/pack/transitions.ts'
import { mayAdmit } from '#shared/visit/identity.ts'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useRows } from '../../app/use-rows.ts'
import { newRequestId } from '../../components/request-id.ts'
import { typedDate } from '../../components/typed-date.ts'
import { type Call, useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DraftWriter } from '../register/draft-writer.ts'
import { useLooked } from '../register/use-looked.ts'
import { type EntryForm, entryOfDraft, nextEntry, typedDay } from './entry-form.ts'
import { type Around, type EntryFault, type EntryValues, entryOf } from './entry-values.ts'

const DRAFT = 'paper.entry'

/** The line that is being entered, and those of its day that are. */
export interface Entry extends Pick<EntryValues, 'people' | 'standing'>, Pick<Around, 'registered' | 'mayAdmit'> {
  readonly form: EntryForm
  readonly change: (change: Partial<EntryForm>) => void
  /** What is wrong, once it was sent; nothing before. */
  readonly faults: readonly EntryFault[]
  readonly call: Call
  /** What was entered last, to be read out. */
  readonly said: string
  /** Visits of the day on paper, the newest number first. */
  readonly entered: readonly VisitRow[]
  readonly visits: readonly VisitRow[]
  /** Enters it; true where the next line stands ready. */
  readonly send: () => Promise<boolean>
}

/** The draft as it was left, read once; undefined until then. */
export function useEntryDraft(): EntryForm | null | undefined {
  const [draft, setDraft] = useState<EntryForm | null>()
  useEffect(() => {
    void settled(window.desk.draftLoad({ name: DRAFT })).then(answer =>
      setDraft(answer.ok ? entryOfDraft(answer.value.value) : null),
    )
  }, [])
  return draft
}

/** Enters the lines of a register one after another. What is typed is kept as it is typed, with the press that will save it. */
export function useEntry(packs: readonly PrintedPack[], draft: EntryForm | null): Entry {
  const { t, language } = useWords()
  const store = useStore()
  const today = useToday()
  const call = useCall()
  const [said, setSaid] = useState('')
  const [sent, setSent] = useState(false)
  const [form, setForm] = useState<EntryForm>(
    () =>
      draft ??
      nextEntry(null, {
        request: newRequestId(),
        serial: String(nextToEnter(packs, new Set(), null) ?? ''),
        day: typedDay(today),
        language,
      }),
  )
  const { visits, entered, used } = useEntered(form.day)
  const keep = useDraftWriter()
  const { values, around } = useValues(form, packs, used)
  const change = (part: Partial<EntryForm>) => {
    const next = { ...form, ...part }
    setForm(next)
    keep.change(() => JSON.stringify(next))
  }
  const send = async () => {
    setSent(true)
    setSaid('')
    const { asked } = values
    if (asked === null) return false
    const done = await call.run(async () => {
      await keep.flush()
      const answer = await window.desk.paperEnter({ ...asked, draft: DRAFT })
      if (answer.ok) await store.caughtUp(answer.value.last)
      return answer
    })
    if (done === null) return false
    setSent(false)
    setSaid(t('paper.said', { number: String(asked.talon.serial) }))
    const serial = nextToEnter(packs, new Set([...used, asked.talon.serial]), asked.talon.serial)
    setForm(nextEntry(form, { request: newRequestId(), serial: String(serial ?? ''), day: form.day, language }))
    return true
  }
  const faults = sent ? values.faults : []
  return { ...around, ...values, form, change, faults, call, said, entered, visits, send }
}

/** The line as it would be entered, and with what it is looked at. */
function useValues(form: EntryForm, packs: readonly PrintedPack[], used: ReadonlySet<number>) {
  const { looked } = useLooked(null)
  const chosen = useChosen(form.application)
  const registered = form.isKnown ? chosen : null
  const role = useDesk().start.user?.role ?? 'clerk'
  return useMemo(() => {
    const around = { packs, looked, registered, used, mayAdmit: mayAdmit(role) }
    return { values: entryOf(form, around), around }
  }, [form, packs, looked, registered, used, role])
}

/** The visits of the day that is typed, and which of them came on paper. */
function useEntered(typed: string) {
  const today = useToday()
  const installation = useDesk().start.installation ?? ''
  const day = typedDate(typed) ?? today
  const rows = useRows(
    'visits.day',
    useMemo(() => ({ day }), [day]),
  )
  return useMemo(() => {
    const visits = rows ?? []
    const entered = visits
      .filter(({ id, state }) => state.checkIn?.paper != null && id.includes(`-${installation}-`))
      .toReversed()
    return { visits, entered, used: new Set(entered.flatMap(({ state }) => state.checkIn?.ticket.serial ?? [])) }
  }, [rows, installation])
}

function useChosen(id: string) {
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id }), [id]),
  )
  return card?.registered ?? null
}

function useDraftWriter(): DraftWriter {
  const [writer] = useState(
    () =>
      new DraftWriter({
        save: value => settled(window.desk.draftSave({ name: DRAFT, value })),
        later: (work, milliseconds) => window.setTimeout(work, milliseconds),
        onSaved: () => undefined,
      }),
  )
  useEffect(() => () => void writer.flush(), [writer])
  return writer
}
