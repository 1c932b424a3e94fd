import { defineConfig } from 'vite'

// The server writes the HTML; this builds what it links to. Hashes in the names let browsers keep files for ever.
export default defineConfig({
  base: '/assets/',
  build: {
    target: 'es2022',
    manifest: 'manifest.json',
    modulePreload: false,
    rolldownOptions: {
      input: ['src/booking.ts', 'src/embed.ts', 'src/zone-select.ts', 'src/style.css'],
      output: {
        entryFileNames: '[name]-[hash:8].js',
        chunkFileNames: '[name]-[hash:8].js',
        assetFileNames: '[name]-[hash:8][extname]',
      },
    },
  },
})
