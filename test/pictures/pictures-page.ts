import { fileOf, statesOf, type Area, type State } from './state.ts'

/** The content of docs/pictures.md: a table for each area, light and dark side by side. */
export function picturesPage(areas: readonly Area[]): string {
  const contents = areas.map(({ name, title }) => `[${title}](#${name})`).join(' · ')
  const head = ['# Pictures of every screen', '', 'Made by `npm run pictures`, this page too: in the light and in the dark.', '', contents]
  return [...head, ...areas.flatMap(sectionOf), ''].join('\n')
}

function sectionOf(area: Area): string[] {
  const rows = statesOf(area).map((state) => `| ${state.title} | ${imageOf(area, state, 'light')} | ${imageOf(area, state, 'dark')} |`)
  return ['', `<a id="${area.name}"></a>`, '', `## ${area.title}`, '', '| | light | dark |', '| --- | --- | --- |', ...rows]
}

function imageOf(area: Area, state: State, theme: 'light' | 'dark'): string {
  return `![${state.title}, ${theme}](pictures/${fileOf(area, state, theme)})`
}
