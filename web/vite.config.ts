import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

/** Those that mount something, and so need modules and a page as they are when first loaded. */
const APART = ['src/**/[A-Z]*.test.ts', 'src/{api/send,features/{link/answer,paper/paper,reminder/reminders,chase/chase}}.test.ts', 'src/**/use*.test.ts']

export default defineConfig({
  plugins: [
    vue(),
    components({
      dirs: [],
      dts: 'src/components.d.ts',
      resolvers: [ElementPlusResolver({ importStyle: 'css' })],
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    // The jar of this module is what lies in target/classes; the server serves /static of its class path.
    outDir: 'target/classes/static',
    emptyOutDir: true,
    // The content security policy allows no data: scripts or fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
  server: { proxy: { '/api': process.env.JINGTU_SERVER ?? 'http://127.0.0.1:8080' } },
  test: {
    environment: 'happy-dom',
    server: { deps: { inline: ['element-plus'] } },
    pool: 'threads',
    unstubGlobals: true,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: 'together', include: ['src/**/*.test.ts'], exclude: APART, isolate: false } },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
})
