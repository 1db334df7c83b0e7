import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Packages with a compiled part of their own, which stay in `node_modules`. */
const NATIVE = ['electron', 'better-sqlite3', 'keytar']

/** What `ws` uses where it is installed; it is not. */
const NEVER_INSTALLED = ['bufferutil', 'utf-8-validate']

/**
 * Builds everything into `out/`: the host with its five entries, the preload as CommonJS (a sandboxed window
 * cannot load ES modules there), and the renderer.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: true,
      // One file in place of some 700: the desk and each command start in two thirds of the time (measured).
      externalizeDeps: false,
      rollupOptions: {
        external: [...NATIVE, ...NEVER_INSTALLED],
        input: {
          index: resolve(import.meta.dirname, 'src/main/electron/index.ts'),
          serve: resolve(import.meta.dirname, 'src/main/browser/serve.ts'),
          cli: resolve(import.meta.dirname, 'src/main/cli/main.ts'),
          'store-worker': resolve(import.meta.dirname, 'src/main/store/worker.ts'),
          'import-reader': resolve(import.meta.dirname, 'src/main/imports/reader-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: resolve(import.meta.dirname, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      sourcemap: false,
      rollupOptions: { input: { index: resolve(import.meta.dirname, 'src/renderer/index.html') } },
    },
  },
})
