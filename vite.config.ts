import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  environments: {
    ssr: {
      // Left to Node, so that the server and the pages share one copy of each module, and one pool.
      build: {
        rollupOptions: {
          external: [/^#(documents|modules|platform|presentation|reporting|web)\//],
        },
      },
    },
  },
});
