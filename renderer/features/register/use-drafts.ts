import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import type { Language } from '#shared/application/model.ts'
import { settled } from '../../app/desk.ts'
import { newRequestId } from '../../components/request-id.ts'
import { freeName, keptSlots, type Slot, withBegun } from './kept-slots.ts'
import { DRAFT_NAMES, type Draft, newDraft } from './register-draft.ts'
import { isBegun } from './register-form.ts'

/** What the screen goes on with: the channel of the registration before and the draft that was worked on last. */
const Habits = z.object({ channel: z.string().min(1).catch('oral'), active: z.string().catch('register') })
type Habits = z.infer<typeof Habits>
const HABITS = 'register-habits'

interface Known {
  readonly slots: readonly Slot[]
  readonly active: string
  readonly channel: string
  /** Names of drafts that could not be read: nothing is written over them. */
  readonly unread: readonly string[]
}

/** The registrations that are being typed at this desk; null until main has told what there is. */
export interface Drafts {
  readonly slots: readonly Slot[]
  readonly active: Slot
  readonly isFull: boolean
  /** How many drafts of this desk could not be read. */
  readonly unread: number
  /** What the active one holds now, so that another may be gone to and come back from. */
  readonly keep: (draft: Draft) => void
  readonly goTo: (name: string) => void
  /** Puts the active one aside and begins another. */
  readonly aside: () => void
  /** Goes to a draft that is filled in already, or on with the one like it; with no place left nothing is begun. */
  readonly begin: (draft: Draft) => void
  /** Forgets the active one and begins anew; its writer has ended before. */
  readonly anew: () => void
  /** The one of this name was registered by this channel: its draft is gone, the next begins. */
  readonly next: (name: string, channel: string) => void
}

export function useDrafts(language: Language): Drafts | null {
  const [known, setKnown] = useState<Known | null>(null)
  // Typing must not draw the whole screen anew: what is typed is kept beside.
  const held = useRef(new Map<string, Draft>())
  // Drafts are read once; another language of the screen changes none of them.
  const begun = useRef(language)
  useEffect(() => {
    let current = true
    void loadAll(begun.current).then(loaded => current && setKnown(loaded))
    return () => {
      current = false
    }
  }, [])
  if (known === null) return null
  // Asked anew by each act: what was typed since the last drawing is held beside.
  const slotsNow = () => known.slots.map(slot => ({ ...slot, draft: held.current.get(slot.name) ?? slot.draft }))
  const now = slotsNow()
  const active = now.find(slot => slot.name === known.active) ?? now[0]
  if (active === undefined) return null
  const settle = (slots: readonly Slot[], name: string, channel = known.channel) => {
    setKnown({ slots, active: name, channel, unread: known.unread })
    void settled(window.desk.draftSave({ name: HABITS, value: JSON.stringify({ channel, active: name }) }))
  }
  const fresh = (name: string, channel = known.channel): Slot => {
    held.current.delete(name)
    return { name, draft: newDraft(newRequestId(), channel, language), resumed: false }
  }
  const free = freeName(now, known.unread)
  return {
    slots: now,
    active,
    isFull: free === undefined,
    unread: known.unread.length,
    keep: draft => held.current.set(active.name, draft),
    goTo: name => settle(dropEmpty(slotsNow(), name), name),
    aside: () => {
      const held = slotsNow()
      const typed = held.find(slot => slot.name === active.name)?.draft ?? active.draft
      if (free !== undefined && isBegun(typed.form)) settle([...held, fresh(free)], free)
    },
    begin: draft => {
      const begun = withBegun(slotsNow(), draft, free)
      if (begun === null) return
      held.current.delete(begun.name)
      settle(begun.slots, begun.name)
    },
    anew: () => {
      void settled(window.desk.draftDrop({ name: active.name }))
      settle(
        slotsNow().map(slot => (slot.name === active.name ? fresh(slot.name) : slot)),
        active.name,
      )
    },
    next: (name, channel) =>
      settle(
        slotsNow().map(slot => (slot.name === name ? fresh(slot.name, channel) : slot)),
        name,
        channel,
      ),
  }
}

/** An empty registration that is left is no registration begun. */
function dropEmpty(slots: readonly Slot[], going: string): Slot[] {
  return slots.filter(slot => slot.name === going || isBegun(slot.draft.form))
}

async function loadAll(language: Language): Promise<Known> {
  const load = async (name: string) => ({ name, answer: await settled(window.desk.draftLoad({ name })) })
  const [habits, ...loaded] = await Promise.all([load(HABITS), ...DRAFT_NAMES.map(load)])
  const { channel, active } = readHabits(habits.answer.ok ? habits.answer.value.value : null)
  const { slots, unread } = keptSlots(loaded, newRequestId)
  const request = newRequestId()
  // Where every name is taken by what could not be read, a name of its own keeps this one apart.
  const name = freeName(slots, unread) ?? `register.${request}`
  const [first = { name, draft: newDraft(request, channel, language), resumed: false }] = slots
  const all = slots.length === 0 ? [first] : slots
  return { slots: all, active: all.some(slot => slot.name === active) ? active : first.name, channel, unread }
}

function readHabits(text: string | null): Habits {
  try {
    return Habits.parse(JSON.parse(text ?? '{}'))
  } catch {
    return Habits.parse({})
  }
}
