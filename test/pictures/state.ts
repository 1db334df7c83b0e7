import type { Stage } from './support/stage.ts'

/** One state of a screen that has a picture. */
export interface State {
  /** Names the picture: `docs/pictures/<area>/<name>-light.webp`. */
  name: string
  /** What can be seen, for docs/pictures.md. */
  title: string
  /** Goes on from the state before as it stands; else the window is loaded anew before `bring`. */
  continues?: true
  /** Brings the desk there and waits until it can be seen. */
  bring(stage: Stage): Promise<void>
}

/** States that are walked one after the other in one desk. */
export interface Walk {
  /** Starts the desk and fills it; left out, the first state does. */
  begin?(stage: Stage): Promise<void>
  states: readonly State[]
}

/** The states of one part of the desk. */
export interface Area {
  /** The folder of its pictures. */
  name: string
  /** Its heading in docs/pictures.md. */
  title: string
  walks: readonly Walk[]
}

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export function statesOf({ walks }: Area): readonly State[] {
  return walks.flatMap(({ states }) => states)
}

/** A picture's file, below `docs/pictures`. */
export function fileOf(area: Pick<Area, 'name'>, state: Pick<State, 'name'>, theme: Theme): string {
  return `${area.name}/${state.name}-${theme}.webp`
}
