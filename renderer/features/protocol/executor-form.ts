import type { Language } from '#shared/application/model.ts'
import { Executor } from '#shared/instruction/model.ts'
import type { Official } from '#shared/official/model.ts'
import { officialName } from '../../components/official-name.ts'

/** Who executes, as far as it is chosen: nobody yet where all of it is empty. */
export interface ExecutorTyped {
  readonly officialId: string | null
  readonly unit: string
  readonly body: string | null
  readonly who: string
}

/** Nobody was chosen yet. */
export const NOBODY: ExecutorTyped = { officialId: null, unit: '', body: null, who: '' }

/** The executor that was chosen; null: none was. */
export function executorOf(typed: ExecutorTyped): Executor | null {
  return Executor.safeParse(typed).data ?? null
}

/** What the list of executors says of a choice: of whom its value is. */
const OFFICIAL = 'official:'
const UNIT = 'unit:'
const BODY = 'body:'
export const BY_NAME = 'by_name'

/** Values of the list by what they stand for. */
export const listValue = {
  official: (id: string) => `${OFFICIAL}${id}`,
  unit: (name: string) => `${UNIT}${name}`,
  body: (code: string) => `${BODY}${code}`,
}

/** Which line of the list a choice is. */
export function chosenValue({ officialId, unit, body, who }: ExecutorTyped, isByName: boolean): string {
  if (officialId !== null) return listValue.official(officialId)
  if (body !== null) return listValue.body(body)
  if (unit !== '') return listValue.unit(unit)
  return who !== '' || isByName ? BY_NAME : ''
}

/** The choice a line of the list makes. The name of an official stands as papers of the language write it. */
export function executorChosen(value: string, officials: readonly Official[], language: Language): ExecutorTyped {
  if (value.startsWith(BODY)) return { ...NOBODY, body: value.slice(BODY.length) }
  if (value.startsWith(UNIT)) return { ...NOBODY, unit: value.slice(UNIT.length) }
  const official = officials.find(({ id }) => listValue.official(id) === value)
  if (official === undefined) return NOBODY
  const { position } = official
  const post = (position[language] || position.kk || position.ru).slice(0, 200)
  return { officialId: official.id, unit: post, body: null, who: officialName(official, language).slice(0, 200) }
}
