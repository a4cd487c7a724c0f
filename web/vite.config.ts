import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { textsInSource } from './texts-in-source.ts';

/** The page: root is this folder, the result is web/dist, and /api is the server's in development. */
export default defineConfig(({ command }) => {
  // A build is one for use, whatever the process that asked for it (a test run) is about itself.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: import.meta.dirname,
    plugins: [
      textsInSource(),
      react(),
      lingui({
        configPath: fileURLToPath(new URL('../lingui.config.ts', import.meta.url)),
        failOnCompileError: true,
      }),
    ],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2024',
      // The server forbids inline data for scripts; small images may stay files too.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    server: {
      host: '127.0.0.1',
      // Host stays the page's own, which its Origin must match.
      proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } },
    },
  };
});
