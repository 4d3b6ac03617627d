// The switches inside Electron's binary, each with its reason. `electron-builder.yml` says the same (a test compares them),
// and what was packed is read back and compared again (after-pack.mjs). `place` is where the switch stands in the wire.

/** @type {readonly { name: string, place: number, on: boolean, why: string }[]} */
export const FUSES = [
  {
    ...{ name: 'runAsNode', place: 0, on: false },
    why: 'With ELECTRON_RUN_AS_NODE anybody would have a Node that runs under the name and the rights of the desk.',
  },
  {
    ...{ name: 'enableCookieEncryption', place: 1, on: true },
    why: 'The desk sets no cookies; what Chromium might ever write there lies under the key of the system.',
  },
  {
    ...{ name: 'enableNodeOptionsEnvironmentVariable', place: 2, on: false },
    why: 'NODE_OPTIONS and NODE_EXTRA_CA_CERTS would load foreign code and foreign roots into main before its first line.',
  },
  {
    ...{ name: 'enableNodeCliInspectArguments', place: 3, on: false },
    why: 'With --inspect a debugger reads the office key out of the memory of main.',
  },
  {
    ...{ name: 'enableEmbeddedAsarIntegrityValidation', place: 4, on: true },
    why: 'A changed archive does not start, on Windows and macOS. Electron does not check this on Linux.',
  },
  {
    ...{ name: 'onlyLoadAppFromAsar', place: 5, on: true },
    why: 'A folder laid beside the archive would be started instead of it, past the check of integrity.',
  },
  {
    ...{ name: 'loadBrowserProcessSpecificV8Snapshot', place: 6, on: false },
    why: 'We ship no snapshot of our own; one that was put there would be run past the check of integrity (CVE-2025-55305).',
  },
  {
    ...{ name: 'grantFileProtocolExtraPrivileges', place: 7, on: false },
    why: 'No page comes from file://, so nothing there needs more than a browser gives.',
  },
]

/** Switches of the wire that are left as Electron ships them. */
export const LEFT = [
  {
    ...{ name: 'wasmTrapHandlers', place: 8 },
    why: 'Only how fast WebAssembly is: argon2id counts the same either way.',
  },
]
