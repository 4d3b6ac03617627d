const FIXED = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--no-pings',
  '--no-service-autorun',
  '--metrics-recording-only',
  '--disable-search-engine-choice-screen',
  '--hide-crash-restore-bubble',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--autoplay-policy=no-user-gesture-required',
  '--password-store=basic',
  // Electron's storage is unlimited; without this Chromium may throw the store away when the disk is nearly full.
  '--unlimited-storage',
  // Nothing leaves the machine, even if a request slipped past the interception.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
]

/**
 * One list for the switch: a second one would replace the first. Electron has no back-forward cache either, and no address bar,
 * whose list of proposals is a page Chromium would load into a process of its own at every start.
 */
const OFF = [
  ...['Translate', 'MediaRouter', 'OptimizationHints', 'AutofillServerCommunication', 'BackForwardCache'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
]

const appended = new Map<string, string>()

/** What `app.commandLine` promises; switches reach Chromium when it is started after them. */
export const commandLine = {
  appendSwitch: (name: string, value = '') => void appended.set(name, value),
  hasSwitch: (name: string) =>
    appended.has(name) || process.argv.some(each => each === `--${name}` || each.startsWith(`--${name}=`)),
  getSwitchValue: (name: string) =>
    appended.get(name) ?? process.argv.find(each => each.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
  removeSwitch: (name: string) => void appended.delete(name),
  appendArgument: () => undefined,
}

export function chromiumSwitches(): string[] {
  const asked = new Map(appended)
  asked.set('disable-features', [...OFF, asked.get('disable-features') ?? ''].filter(Boolean).join(','))
  return [...FIXED, ...[...asked].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`))]
}
