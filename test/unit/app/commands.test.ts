import { expect, it } from 'vitest'
import { commandsNamed } from '#renderer/app/commands.ts'

const COMMANDS = [{ name: 'Мерзімді есептеу' }, { name: 'Расчет срока' }, { name: 'Есеп' }, { name: 'Кесте' }]
const named = (typed: string) => commandsNamed(COMMANDS, typed).map(({ name }) => name)

it('a command is found by the beginning of any of its words, in any spelling', () => {
  expect(named('мерз')).toEqual(['Мерзімді есептеу'])
  expect(named('МЕРЗИМ')).toEqual(['Мерзімді есептеу'])
  expect(named('срок')).toEqual(['Расчет срока'])
  expect(named('есеп')).toEqual(['Мерзімді есептеу', 'Есеп'])
})

it('two letters, the middle of a word or nothing name no command', () => {
  for (const typed of ['', 'ес', 'счет', '  ']) expect(named(typed)).toEqual([])
})
