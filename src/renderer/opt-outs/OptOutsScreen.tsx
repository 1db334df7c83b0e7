/** Numbers that get no texts. `#/contacts/opt-outs` */
export function OptOutsScreen() {
  return null
}
