import { intentNow } from '#electron/desk/act.ts'
import { actByHand } from '#electron/desk/by-hand.ts'
import { applyPlan, planServices } from '#electron/desk/plan.ts'
import { undoPlan } from '#electron/desk/plan-undo.ts'
import { numberText, registrationKey } from '#shared/application/number.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { foldSchedule } from '#shared/schedule/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'
import { addOfficials } from './official-rig.ts'
import { form, PERSONAL, press, REGISTRATION, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk } from './temporary-desk.ts'

type Part = Record<string, unknown>

/** An act of planning without its head. */
export interface Asked {
  readonly entity: EntityId
  readonly type: string
  readonly body: Part
}

/** The page that asks; planning looks at nothing of it. */
const CALLER = { window: 1, page: 'desk', load: 1 } as const

/** A month ahead of the desk's clock, in which o1 and o2 receive from 10:00 to 13:00, nine times of 20 minutes. */
export const MONTH = '2035-03'
export const ROWS: readonly [string, string, string, object?][] = [
  ['r1', 'o1', '2035-03-06'],
  ['r2', 'o1', '2035-03-13'],
  ['r3', 'o2', '2035-03-13'],
]

/** A reception the approved schedule does not carry: by the akim's instruction (clause 8). */
export const OUTSIDE = { kind: 'off_schedule', instruction: { on: '2035-03-01', number: '7', text: '' } }

/** Planning of a desk as its screens call it. */
export function planRig(desk: TemporaryDesk) {
  const { state } = desk
  const withHead = ({ entity, type, body }: Asked) => ({
    entity,
    type,
    body,
    basedOn: state.desk().journal.headOf(entity),
  })
  const services = planServices({ desk: state.desk, actor: state.actor, moved: () => undefined })
  const byHand = (act: Asked, personal: Part | null = null) =>
    actByHand(state.desk(), withHead(act), personal, state.actor())
  return {
    withHead,
    byHand,
    /** The first run, two officials and the month as approved. */
    async begin(rows = ROWS): Promise<void> {
      await state.firstRun(FIRST_RUN)
      await addOfficials(desk, ['o1', 'o2'])
      await byHand(approved(rows))
    },
    async register(serial: number) {
      const { action } = await registerRig(desk).register(form(serial))
      return { id: action.entity, number: numberText(bodyOf('application.registered', action).number) }
    },
    /** Many applications in one flush. */
    async registerMany(count: number): Promise<EntityId[]> {
      const { journal, keyring, gate } = state.desk()
      const subjects = await keyring.create(Array.from({ length: count }, () => null))
      const acts = subjects.map((subject, at) => {
        const number = { letter: 'А', suffix: null, year: 2026, serial: at + 1 }
        const key = registrationKey(journal.installation, 2026, at + 1)
        const body = { request: press(at), number, registration: REGISTRATION, profile: 'WKO-2020/2023' }
        const intent = intentNow(journal, 'application', key, 'application.registered', body)
        return { intent, personal: { subject, value: PERSONAL } }
      })
      return (await gate.act(acts, state.actor())).map(({ entity }) => entity)
    },
    apply: (acts: readonly Asked[]) => applyPlan(state.desk(), acts.map(withHead), state.actor()),
    press: (number: number, acts: readonly Asked[]) =>
      services['plan.apply']({ request: press(number), acts: acts.map(withHead) }, CALLER),
    services,
    undo: (entity: EntityId) => undoPlan(state.desk(), entity, state.actor()),
    async application(id: EntityId) {
      return foldApplication(await state.desk().journal.actionsOf(id), state.desk().gate.related())
    },
    async bookingOf(id: EntityId) {
      return foldApplication(await state.desk().journal.actionsOf(id), state.desk().gate.related()).registered?.booking
    },
    /** The month approved once more, on the version that stands. */
    async approvedAnew(rows = ROWS): Promise<Asked> {
      const { approved: standing } = foldSchedule(await state.desk().journal.actionsOf(entityId('schedule', MONTH)))
      return approved(rows, MONTH, standing?.action ?? null)
    },
    async standing() {
      const { approved } = foldSchedule(await state.desk().journal.actionsOf(entityId('schedule', MONTH)))
      return approved
    },
  }
}

export type PlanRig = ReturnType<typeof planRig>

/** `base`: the version the month was worked out on; null: none stood. */
export function approved(rows = ROWS, month = MONTH, base: string | null = null): Asked {
  const body = { schedule: scheduleOf(month, rows), base, approvedBy: 'А. Рахимова', approvedOn: '2026-01-05' }
  return { entity: entityId('schedule', month), type: 'schedule.approved', body }
}

export function changed(rows: typeof ROWS, code: string, ref: string): Asked {
  const body = { schedule: scheduleOf(MONTH, rows), change: { code, ref } }
  return { entity: entityId('schedule', MONTH), type: 'schedule.changed', body }
}

export function booked(entity: EntityId, time: string | null, change: Part = {}): Asked {
  const booking = { officialId: 'o1', date: '2035-03-06', time, reception: 'r1', ...change }
  return { entity, type: 'application.booked', body: { booking } }
}

export function absent(key: string, change: Part = {}): Asked {
  const absence = {
    missing: { kind: 'official', id: 'o1' },
    from: '2035-03-06',
    to: '2035-03-06',
    ground: 'illness',
    toldOn: '2026-01-05',
    acting: null,
    note: '',
    ...change,
  }
  return { entity: entityId('absence', key), type: 'absence.set', body: { absence } }
}

export function restricted(key: string, from: string, to: string | null): Asked {
  const restriction = { from: PlainDate.parse(from), to, ground: 'emergency', act: 'Қаулы' }
  return { entity: entityId('restriction', key), type: 'restriction.set', body: { restriction } }
}
