import { expect, test } from 'vitest'
import {
  parseBatchArguments,
  parseBenchArguments,
  parseStartArguments,
  WrongArgument,
} from '../../../tools/setup/arguments.mjs'

const there = () => true
const enough = ['--officials', 'o.csv', '--out', 'out']

test('a batch passes on what it was given', () => {
  const full = [...enough, '--journal', 'a.xlsx', '--journal=b.xlsx', '--report', '2026-Q3', '--schedule', '2026-10']
  expect(parseBatchArguments(full, there)).toEqual(full)
  const approved = [...enough, '--approved-by', 'A. B.', '--approved-on', '2026-09-25']
  expect(parseBatchArguments(approved, there)).toEqual(approved)
  const byAkim = [...enough, '--approved-on', '2026-09-25']
  expect(parseBatchArguments(byAkim, there)).toEqual(byAkim)
})

test.each([
  [['--officials', 'o.csv'], '--out is missing'],
  [['--out', 'out'], '--officials is missing'],
  [[...enough, '--colour', 'red'], '--colour is not known'],
  [[...enough, 'stray'], 'stray is not known'],
  [['--officials', '--out', 'out'], '--officials needs a value'],
  [['--out', 'out', '--officials'], '--officials needs a value'],
  [['--out=', '--officials', 'o.csv'], '--out needs a value'],
  [[...enough, '--report', '2026-Q5'], 'not of the form 2026-Q3'],
  [[...enough, '--report', '2026-3'], 'not of the form 2026-Q3'],
  [[...enough, '--schedule', '2026-13'], 'not of the form 2026-10'],
  [[...enough, '--schedule', '2026-1'], 'not of the form 2026-10'],
  [[...enough, '--out', 'again'], '--out is given twice'],
  [[...enough, '--approved-by', 'A. B.'], 'needs --approved-on'],
  [[...enough, '--approved-by', 'A. B.', '--approved-on', '25.09.2026'], 'not of the form 2026-10-01'],
])('%j is refused: %s', (argv, words) => {
  expect(() => parseBatchArguments(argv, there)).toThrow(WrongArgument)
  expect(() => parseBatchArguments(argv, there)).toThrow(words)
})

test('a file that is not there is named', () => {
  const exists = (file: string) => file !== 'b.xlsx'
  expect(() => parseBatchArguments([...enough, '--journal', 'a.xlsx', '--journal', 'b.xlsx'], exists)).toThrow(
    'no file b.xlsx (--journal)',
  )
})

test('a start takes the folder of its data and nothing else', () => {
  expect(parseStartArguments(['--user-data=/a b'])).toEqual(['--user-data=/a b'])
  expect(parseStartArguments([])).toEqual([])
  expect(() => parseStartArguments(['--user-data='])).toThrow(WrongArgument)
  expect(() => parseStartArguments(['--user-data'])).toThrow(WrongArgument)
  expect(() => parseStartArguments(['--batch'])).toThrow('--batch is not known')
})

test('a bench is told its rows, its size or its sizes, its rounds and its file', () => {
  expect(parseBenchArguments([])).toEqual({})
  expect(parseBenchArguments(['--only', 'S3,S10', '--size', '20000', '--rounds=3', '--out', 'a.json'])).toEqual({
    QABYLDAU_BENCH_ONLY: 'S3,S10',
    QABYLDAU_BENCH_SIZES: '20000',
    QABYLDAU_BENCH_ROUNDS: '3',
    QABYLDAU_BENCH_OUT: 'a.json',
  })
  expect(parseBenchArguments(['--growth', '3000,30000'])).toEqual({ QABYLDAU_BENCH_SIZES: '3000,30000' })
})

test.each([
  [['--only', 'search'], 'not of the form S3,S5'],
  [['--size', '20 000'], 'not of the form 20000'],
  [['--growth', '3000'], 'not of the form 3000,30000'],
  [['--rounds', '0'], 'not of the form 5'],
  [['--size', '1', '--growth', '1,2'], 'not both'],
  [['--report', '2026-Q3'], '--report is not known'],
])('a bench of %j is refused: %s', (argv, words) => {
  expect(() => parseBenchArguments(argv)).toThrow(WrongArgument)
  expect(() => parseBenchArguments(argv)).toThrow(words)
})
