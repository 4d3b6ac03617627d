import { type ActionId, entityId } from '#shared/change/action.ts'
import type { EditedDirectory, Entry } from '#shared/directory/model.ts'
import { entryKey } from '#shared/directory/transitions.ts'
import { useRows } from '../../app/use-rows.ts'
import type { Call } from '../../components/use-call.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'

const NOTHING = {}

export interface SetEntryAct {
  readonly call: Call
  /** The action an entry stands by; null where the program brought it and nobody has changed it. */
  readonly headOf: (code: string) => ActionId | null
  /** Sets an entry on what stands now, or on `basedOn`; false where it was refused. */
  readonly set: (entry: Entry, basedOn?: ActionId | null) => Promise<boolean>
}

/** Setting entries of a directory. */
export function useSetEntry(directory: EditedDirectory): SetEntryAct {
  const states = useRows('entries.all', NOTHING)
  const { call, act } = useJournalAct()
  const headOf = (code: string) => states?.find(one => one.key === entryKey(directory, code))?.head ?? null
  const set = (entry: Entry, basedOn = headOf(entry.code)) =>
    act({
      entity: entityId('entry', entryKey(directory, entry.code)),
      type: 'entry.set',
      basedOn,
      body: { directory, entry },
    })
  return { call, headOf, set }
}
