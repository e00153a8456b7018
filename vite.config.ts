import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

/** Builds the client portal, the only part of Despacho that needs building. */
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: 'portal/public',
  build: {
    // Small drawings as data: addresses would save little; styles as one file are kept by the browser.
    assetsInlineLimit: 0,
    rollupOptions: {
      // One copy of core and db in production: the server's own. The browser's build has to carry what it uses.
      external: isSsrBuild ? [/^#(core|db)\//] : [],
    },
  },
  plugins: [
    remix({
      appDirectory: 'portal/app',
      buildDirectory: 'portal/build',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
}))
