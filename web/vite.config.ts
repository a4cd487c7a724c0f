import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { textsInSource } from './texts-in-source.ts';

/**
 * What the first page needs is one file. What several later pages share is a few files: each of them split off for
 * itself would be some forty for Compose alone, of which a browser asks for six at a time. `entriesAwareMergeThreshold`
 * is in bytes of source: smaller ones are joined with their nearest, so that a page loads a little that is another's.
 */
const CHUNKS = [
  { name: 'start', tags: ['$initial' as const], priority: 1 },
  { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000 },
];

/** The builder names what is shared by all who share it: neither a script nor its styles are to bear another's name. */
const namedShort = (name: string) => (name.startsWith('shared~') ? 'shared' : '[name]');
const FILE_NAMES = {
  chunkFileNames: ({ name }: { name: string }) => `assets/${namedShort(name)}-[hash].js`,
  assetFileNames: ({ names: [name = ''] }: { names: string[] }) =>
    `assets/${namedShort(name)}-[hash][extname]`,
};

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
      // What the first page weighs as it travels is a test's.
      chunkSizeWarningLimit: 700,
      rolldownOptions: { output: { codeSplitting: { groups: CHUNKS }, ...FILE_NAMES } },
    },
    server: {
      host: '127.0.0.1',
      // Host stays the page's own, which its Origin must match.
      proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } },
    },
  };
});
