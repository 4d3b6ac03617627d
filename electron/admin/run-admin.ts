import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { ExpectedError } from '#shared/result/result.ts'
import { ServerAccount } from '#shared/sync/address.ts'
import { Trust } from '../http/trust.ts'
import { type Translate, translator } from '../i18n.ts'
import { type SyncCause, SyncFailure } from '../sync/database.ts'
import { parseAdminArguments } from './arguments.ts'
import { doCommand } from './commands.ts'

/** Exit codes: all is well; something is not, or could not be done; the arguments were not understood. */
const WELL = 0
const NOT_WELL = 1
const WRONG = 2

/** Where the program speaks and what it is given. */
export interface AdminConsole {
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  say(line: string): void
  complain(line: string): void
  askPassword(question: string): Promise<string>
}

/** The administrator's program: one command, its lines, an exit code. */
export async function runAdmin({ argv, environment, say, complain, askPassword }: AdminConsole): Promise<number> {
  const language = /^kk/i.test(environment.LANG ?? '') ? 'kk' : 'ru'
  const asked = parseAdminArguments(argv, language)
  const t = translator(asked?.language ?? language)
  if (asked === null) {
    complain(t('admin.usage'))
    return WRONG
  }
  const trust = await trustOf(asked.ca)
  if (trust === null) {
    complain(t('admin.ca.unreadable'))
    return WRONG
  }
  const password =
    environment.QABYLDAU_ADMIN_PASSWORD || (await askPassword(t('admin.password', { name: asked.admin })))
  const account = ServerAccount.safeParse({ name: asked.admin, password }).data
  if (account === undefined) {
    complain(t('admin.password.none'))
    return WRONG
  }
  try {
    const { lines, well } = await doCommand(asked, { account, trust, t })
    for (const line of lines) say(line)
    return well ? WELL : NOT_WELL
  } catch (error) {
    if (error instanceof ExpectedError) {
      complain(t(error.detail.code === 'join.no_request' ? 'admin.invite.no_request' : 'admin.invite.file'))
      return WRONG
    }
    if (!(error instanceof SyncFailure)) throw error
    complain(sentenceOf(error, t))
    return NOT_WELL
  }
}

async function trustOf(file: string | null): Promise<Trust | null> {
  if (file === null) return 'system'
  try {
    return Trust.parse({ authority: await readFile(file, 'utf8') })
  } catch {
    return null
  }
}

/** What happened and what to do, for the administrator. */
function sentenceOf({ why, detail }: SyncFailure, t: Translate): string {
  const code = detail.code ?? String(detail.status ?? '')
  const sentences: Record<SyncCause, () => string> = {
    offline: () => t('admin.failed.offline', { code }),
    tls: () => t('admin.failed.tls', { code }),
    login: () => t('admin.failed.login'),
    forbidden: () => t('admin.failed.forbidden'),
    missing: () => t('admin.failed.missing'),
    too_large: () => t('admin.failed.server', { code }),
    busy: () => t('admin.failed.busy'),
    server_disk: () => t('admin.failed.server_disk'),
    server: () => t('admin.failed.server', { code }),
    not_ours: () => t('admin.failed.not_ours', { code }),
    cancelled: () => t('admin.failed.offline', { code }),
  }
  return sentences[why]()
}

/** Asks on the terminal without showing what is typed; where there is no terminal, the first line that comes in. */
export function askOnTerminal(question: string): Promise<string> {
  process.stderr.write(`${question} `)
  const terminal = process.stdin.isTTY === true
  const silent = new Writable({ write: (_, __, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal })
  return new Promise(resolve => {
    const answer = (line: string) => {
      lines.close()
      if (terminal) process.stderr.write('\n')
      resolve(line)
    }
    lines.once('line', answer)
    lines.once('close', () => resolve(''))
  })
}
