// Run as a process of its own by the tests: renders one document, and says the number of the process
// that does it on standard output. Closes its renderer in the end where told so.

import { openObedient, order } from './obedient-renderer.ts';

const [title = '', subtitle = '', end = ''] = process.argv.slice(2);
const renderer = openObedient();
await renderer.render(order(title, { subtitle }), 'pdf', {
  onProgress: (progress) => {
    const [child] = renderer.state().processes;
    if (progress.kind === 'rendering' && progress.stage === 'composing') console.log(child?.pid);
  },
});
if (end === 'close') await renderer.close();
