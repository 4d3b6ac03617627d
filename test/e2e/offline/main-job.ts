// Run by offline.test.ts where there is no network: the main job at a desk, then what each step took and what was refused.
import { mkdtemp, readFile } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { expectedJournal, samplePath } from '#test/fixtures/import/expected.ts'
import { waitForTotal } from '../pages/applications.ts'
import { remove, sitDown } from '../pages/at-desk.ts'
import { passFirstRun } from '../pages/first-run.ts'
import { goTo, savedSentence } from '../pages/frame.ts'
import { bringIn } from '../pages/import.ts'
import { openReport, saveReport } from '../pages/report.ts'
import { openMonth, print } from '../pages/schedule.ts'

const { rows, badIin } = expectedJournal('2026-q3')
const steps: Record<string, number> = {}
let last = performance.now()
function done(step: string): void {
  steps[step] = Math.round(performance.now() - last)
  last = performance.now()
}

const folder = await mkdtemp(path.join(tmpdir(), 'offline-files-'))
const at = await sitDown('kk')
try {
  done('start')
  await passFirstRun(at)
  done('first run')
  await goTo(at, 'import')
  await bringIn(at, 'officials', samplePath('officials.csv'), { kept: 11, marked: 0, badIin: 0, already: 0 })
  const counts = { kept: rows, marked: badIin.length, badIin: badIin.length, already: 0 }
  await bringIn(at, 'journal', samplePath('journal-2026-q3.xlsx'), counts)
  done('import')
  await goTo(at, 'applications')
  await waitForTotal(at, rows)
  done('list')
  await openMonth(at, '2026-10')
  await print(at, 'pdf_a4', path.join(folder, 'schedule.pdf'))
  await savedSentence(at)
  done('schedule')
  await openReport(at, '2026-Q3')
  await saveReport(at, 'xlsx', path.join(folder, 'report.xlsx'))
  await savedSentence(at)
  done('report')
  const sizes = await Promise.all(
    ['schedule.pdf', 'report.xlsx'].map(async name => (await readFile(path.join(folder, name))).length),
  )
  const outside = Object.values(networkInterfaces()).flatMap(all => (all ?? []).filter(one => !one.internal))
  process.stdout.write(
    JSON.stringify({ steps, sizes, outside: outside.length, network: await networkCounts(), stderr: at.desk.stderr() }),
  )
} finally {
  await at.desk.close()
  await remove(folder)
}

/**
 * What tried to leave: IPv4 packets there was no way for, and IPv6 datagrams. Chromium asks the kernel whether there is a
 * way for IPv6 by connecting a datagram socket, which sends nothing; that alone is not counted.
 */
async function networkCounts(): Promise<{ noRoute: number; datagrams6: number }> {
  const lines = (await readFile('/proc/net/snmp', 'utf8')).split('\n').filter(line => line.startsWith('Ip:'))
  const [names = '', values = ''] = lines
  const noRoute = Number(values.split(' ')[names.split(' ').indexOf('OutNoRoutes')])
  const six = await readFile('/proc/net/snmp6', 'utf8').catch(() => '')
  return { noRoute, datagrams6: Number(/Udp6OutDatagrams\s+(\d+)/.exec(six)?.[1] ?? 0) }
}
