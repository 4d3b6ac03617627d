import { Component, type ReactNode } from 'react'
import { Refused } from './Refused.tsx'

interface State {
  readonly broken: boolean
  readonly path: string
}

/** A fault of this program on a screen: told, written down without names, and left by opening the page anew. */
export class Boundary extends Component<{ children: ReactNode }, State> {
  override state: State = { broken: false, path: '' }

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true }
  }

  override componentDidCatch(error: Error): void {
    // Frames of the program only: a message may quote what was on the screen.
    const detail = `${error.name}\n${(error.stack ?? '').split('\n').slice(1, 12).join('\n')}`
    void window.desk
      .appDiagnostics({ code: 'page.fault', detail: detail.slice(0, 4000) })
      .then(written => this.setState({ path: written.ok ? written.value.path : '' }))
      .catch(() => undefined)
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return <Refused error={{ code: 'page.fault', params: { path: this.state.path } }} />
  }
}
