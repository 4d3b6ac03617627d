import path from 'node:path'
import { expect, it } from 'vitest'
import { readArguments } from '#electron/windows/arguments.ts'

const here = path.resolve('/home/desk')

it('without arguments the desk opens on the usual folder', () => {
  expect(readArguments(['node', 'main.js'], here)).toEqual({ userData: null, batch: null })
})

it('a folder is taken from where the program was started', () => {
  expect(readArguments(['main.js', '--user-data=data'], here).userData).toBe(path.join(here, 'data'))
})

it('all that follows --batch belongs to the batch', () => {
  const argv = ['main.js', '--user-data=/a', '--batch', '--journal', 'x.xlsx', '--user-data=/b']
  expect(readArguments(argv, here)).toEqual({
    userData: path.resolve('/a'),
    batch: ['--journal', 'x.xlsx', '--user-data=/b'],
  })
})
