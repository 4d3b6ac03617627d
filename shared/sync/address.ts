import { z } from 'zod'

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const HOST = `(?:${NAME}(?:\\.${NAME}){0,10}|\\[[0-9A-Fa-f:.]{2,45}\\])`
const PATH = '(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,63}){0,4}'

/** The office's server as an administrator gives it: `https`, a name, a port and a path; no login and no question in it. */
export const ServerAddress = z
  .string()
  .max(300)
  .regex(new RegExp(`^https://${HOST}(?::[0-9]{1,5})?${PATH}$`))
  .brand<'ServerAddress'>()
export type ServerAddress = z.infer<typeof ServerAddress>

/** A server on the same computer, without TLS: for its administrator at the console and for tests, never kept by a desk. */
export const LoopbackAddress = z
  .string()
  .regex(new RegExp(`^http://(?:127\\.0\\.0\\.1|localhost|\\[::1\\])(?::[0-9]{1,5})?${PATH}$`))
  .brand<'LoopbackAddress'>()
export type LoopbackAddress = z.infer<typeof LoopbackAddress>

/** The office as its databases are named: Latin letters, digits, hyphens. */
export const OfficeCode = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/)
  .refine(code => !code.endsWith('-keys'))
  .brand<'OfficeCode'>()
export type OfficeCode = z.infer<typeof OfficeCode>

/** A database of the office: its chains, or (`-keys`) the keys of its people. */
export const DatabaseName = z
  .string()
  .regex(/^qabyldau-[a-z0-9-]{1,40}$/)
  .brand<'DatabaseName'>()
export type DatabaseName = z.infer<typeof DatabaseName>

/** The two databases of an office: one for the chains of its desks, one for the keys of people. */
export function databasesOf(office: OfficeCode): { readonly chains: DatabaseName; readonly keys: DatabaseName } {
  const chains = DatabaseName.parse(`qabyldau-${office}`)
  return { chains, keys: DatabaseName.parse(`${chains}-keys`) }
}

/** An account of the server. A desk's is `desk-<installation>`, and the rules of the databases know it by that name. */
export const ServerAccount = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  password: z.string().min(1).max(200),
})
export type ServerAccount = z.infer<typeof ServerAccount>

/** The name of a desk's account. */
export function accountNameOf(installation: string): string {
  return `desk-${installation}`
}
