/** Side of the picture over the app's icon, in pixels. */
export const OVERLAY_SIZE = 32

/**
 * A round dot in the app's colour, as pixels of four bytes (blue, green, red, alpha, multiplied in): what Windows lays
 * over the icon in the task bar, where it shows no number of its own.
 */
export function overlayPixels(): Buffer {
  const [blue, green, red] = [0x1e, 0x26, 0xb3]
  const pixels = Buffer.alloc(OVERLAY_SIZE * OVERLAY_SIZE * 4)
  const middle = (OVERLAY_SIZE - 1) / 2
  const radius = OVERLAY_SIZE / 2 - 2
  for (let y = 0; y < OVERLAY_SIZE; y += 1) {
    for (let x = 0; x < OVERLAY_SIZE; x += 1) {
      // The edge fades over one pixel.
      const cover = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(x - middle, y - middle)))
      const pixel = [blue * cover, green * cover, red * cover, 255 * cover].map(Math.round)
      pixels.set(pixel, (y * OVERLAY_SIZE + x) * 4)
    }
  }
  return pixels
}
