import type { Role } from '../change/action.ts'

/** Who takes an instruction off control: id of the user and role. */
export interface Closer {
  readonly user: string
  readonly role: Role
}

/**
 * Whether somebody may take off control: another user than who recorded the execution, or the head. Users are not linked to
 * officials, so who of the desk entered the executor's report stands for the executor.
 */
export function mayClose({ executed }: { readonly executed: { readonly by: string } | null }, closer: Closer): boolean {
  return executed !== null && (executed.by !== closer.user || closer.role === 'head')
}
