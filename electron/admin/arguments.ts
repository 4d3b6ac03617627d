import { parseArgs } from 'node:util'
import { z } from 'zod'
import { InstallationId } from '#shared/change/action.ts'
import { LoopbackAddress, OfficeCode, ServerAddress } from '#shared/sync/address.ts'

const Address = z.union([ServerAddress, LoopbackAddress])

const Common = {
  office: OfficeCode,
  address: Address,
  admin: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  /** A file with the certificate of the office's own authority; null: what the system believes. */
  ca: z.string().min(1).nullable(),
  language: z.enum(['kk', 'ru']),
}

/** What the administrator asks for. */
export const AdminAsked = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('init'), ...Common }),
  z.strictObject({
    command: z.literal('invite'),
    ...Common,
    /** The file of the computer that asks. */
    request: z.string().min(1),
    /** How desks reach the server, where that is not the address of the command; null: it is. */
    at: ServerAddress.nullable(),
    renew: z.boolean(),
  }),
  z.strictObject({ command: z.literal('add-desk'), ...Common, installation: InstallationId, renew: z.boolean() }),
  z.strictObject({ command: z.literal('retire'), ...Common, installation: InstallationId, close: z.boolean() }),
  z.strictObject({ command: z.literal('status'), ...Common }),
  z.strictObject({ command: z.literal('backup-check'), ...Common, copy: Address }),
])
export type AdminAsked = z.infer<typeof AdminAsked>

const OPTIONS = {
  office: { type: 'string' },
  admin: { type: 'string', default: 'admin' },
  ca: { type: 'string' },
  language: { type: 'string' },
  at: { type: 'string' },
  renew: { type: 'boolean', default: false },
  close: { type: 'boolean', default: false },
} as const

/** What stands after the command and the server's address: the file of a request, the desk it is about, or the copy. */
const THIRD = { invite: 'request', 'add-desk': 'installation', retire: 'installation', 'backup-check': 'copy' } as const

/**
 * `<command> URL [request, installation or URL of the copy] --office CODE [--admin NAME] [--ca FILE] [--language kk|ru]`.
 * A password is none of them: a command line is seen by everybody on the computer. Null: not to be understood.
 */
export function parseAdminArguments(argv: readonly string[], language: 'kk' | 'ru'): AdminAsked | null {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
    const [command, address, third, ...more] = positionals
    const name = Object.entries(THIRD).find(([of]) => of === command)?.[1]
    if (more.length > 0 || (third !== undefined) !== (name !== undefined)) return null
    return AdminAsked.parse({
      command,
      address: address?.replace(/\/$/, ''),
      office: values.office,
      admin: values.admin,
      ca: values.ca ?? null,
      language: values.language ?? language,
      ...(name === undefined ? {} : { [name]: third }),
      ...(command === 'add-desk' || command === 'invite' ? { renew: values.renew } : {}),
      ...(command === 'invite' ? { at: values.at?.replace(/\/$/, '') ?? null } : {}),
      ...(command === 'retire' ? { close: values.close } : {}),
    })
  } catch {
    return null
  }
}
