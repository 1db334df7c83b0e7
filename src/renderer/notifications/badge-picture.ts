/** Side of the picture, in pixels: browsers make it smaller. */
const SIZE = 64

/** The window's icon with a count on it, as an address a `<link>` takes; null where the browser cannot draw. */
export function badgePicture(count: number): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const pen = canvas.getContext('2d')
  if (pen === null) return null
  pen.fillStyle = '#0f6e6e'
  pen.beginPath()
  pen.roundRect(0, 0, SIZE, SIZE, 16)
  pen.fill()
  pen.fillStyle = '#fff'
  const bubble = new Path2D('M16 18h32v22H30l-10 8v-8h-4z')
  // A canvas is no array.
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type
  pen.fill(bubble)
  pen.fillStyle = '#b3261e'
  pen.beginPath()
  pen.arc(42, 42, 22, 0, 2 * Math.PI)
  pen.fill()
  pen.fillStyle = '#fff'
  pen.font = `bold ${count > 99 ? 22 : 28}px system-ui, sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(count > 99 ? '99+' : String(count), 42, 44)
  return canvas.toDataURL('image/png')
}
