import { actByHand } from '#electron/desk/by-hand.ts'
import { protocolNumbers, signProtocol } from '#electron/desk/protocols.ts'
import { type Action, type EntityId, entityId, nounOf } from '#shared/change/action.ts'
import { foldInstruction } from '#shared/instruction/transitions.ts'
import type { Protocol, ProtocolPersonal } from '#shared/protocol/model.ts'
import { foldProtocol } from '#shared/protocol/transitions.ts'
import { press } from './register-rig.ts'
import type { TemporaryDesk } from './temporary-desk.ts'

/** An executor who stands in no directory. */
export const executor = (who: string) => ({ officialId: null, unit: '', body: null, who })

/** An instruction of a protocol, by the number of its press. */
export function asked(number: number, who: string, change: object = {}) {
  return { key: press(number), executor: executor(who), action: null, dueOn: '2026-12-08', earlier: [], ...change }
}

export const WORDS: ProtocolPersonal = {
  applicant: 'Омаров Нұрлан',
  essence: 'Көше жарығы жоқ',
  said: '',
  decision: 'Жарық қалпына келтірілсін',
  note: '',
  others: '',
  actions: [],
}

/** Protocols and instructions of a desk, as its pages write them. */
export function controlRig(desk: () => TemporaryDesk) {
  const open = () => desk().state.desk()
  const head = (entity: EntityId) => open().journal.headOf(entity)
  const actor = (change: object = {}) => ({ ...desk().state.actor(), ...change })

  async function act(entity: EntityId, type: string, body: object, more: { personal?: object; who?: object } = {}) {
    const intent = { entity, type, basedOn: head(entity), body: body as Record<string, unknown> }
    return actByHand(open(), intent, (more.personal ?? null) as Record<string, unknown> | null, actor(more.who))
  }

  async function draft(
    number: number | EntityId,
    application: Action,
    change: Partial<Protocol> = {},
    words: object = {},
  ) {
    const entity = typeof number === 'number' ? entityId('protocol', press(number)) : number
    const protocol = {
      ...{ application: application.entity, visit: null, batch: null, instead: null, reception: null },
      ...{ officialId: 'o1', place: '110', on: '2026-11-23', from: '10:00', to: '10:20', language: 'kk' },
      ...{ secretary: 'А. Рахимова', participants: [], media: null, profile: 'WKO-2020/2023', instructions: [] },
      ...change,
    }
    const actions = protocol.instructions.map(({ key }) => ({ key, text: 'Жарықты қалпына келтіру' }))
    await act(entity, 'protocol.drafted', { protocol }, { personal: { ...WORDS, actions, ...words } })
    return entity
  }

  return {
    act,
    draft,
    actor,
    sign(
      entity: EntityId,
      request: string,
      on = '2026-11-23',
      basedOn = head(entity)!,
      others: readonly EntityId[] = [],
    ) {
      const together = others.map(one => ({ entity: one, basedOn: head(one)! }))
      const given = { entity, basedOn, request, on: on as never, signedBy: 'o1', together }
      return signProtocol(open(), protocolNumbers(open().journal), given, actor())
    },
    protocolOf: async (entity: EntityId) => foldProtocol(await open().journal.actionsOf(entity)),
    instructionOf: async (number: number) =>
      foldInstruction(await open().journal.actionsOf(entityId('instruction', press(number)))),
    instructions: () =>
      open()
        .journal.entitiesOf('instruction')
        .filter(id => nounOf(id) === 'instruction').length,
    instruct: (number: number, type: string, body: object, more: { personal?: object; who?: object } = {}) =>
      act(entityId('instruction', press(number)), `instruction.${type}`, body, more),
  }
}
