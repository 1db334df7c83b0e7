/** As a `ref`: puts the focus into a field that the person has just asked for. */
export function focusWhenShown(element: HTMLElement | null): void {
  element?.focus()
}
