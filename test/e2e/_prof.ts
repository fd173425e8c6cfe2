import { mkdtempSync } from 'node:fs';
import { createProgress } from '../n8n/progress';
import { startWorld } from '../n8n/world';
import { publishDemo } from '../n8n/publishDemo';
import { shopifyStorm } from './storm';
void (async () => {
  const world = await startWorld({ userFolder: mkdtempSync((process.env.UF ?? '/tmp') + '/prof-'), progress: createProgress(console.log), env: process.env.PROF ? { NODE_OPTIONS: '--cpu-prof --cpu-prof-dir=/tmp/n8nprof' } : JSON.parse(process.env.XENV ?? '{}') });
  await publishDemo(world.api, world.workflows.filter((w) => /setUp|Shopify/i.test(w.id)));
  const { requests } = shopifyStorm(); const n = Number(process.argv[2] ?? 300);
  const t = Date.now(); const q = requests.slice(0, n).values();
  await Promise.all(Array.from({ length: 12 }, async () => { for (const { headers, rawBody } of q) { const r = await fetch(world.n8n.url + '/webhook/amazon-shopify', { method: 'POST', headers, body: rawBody }); if (r.status !== 200) console.log(r.status); await r.text(); } }));
  console.log(n, 'in', Date.now() - t, 'ms'); 
  await world.stop(); process.exit(0);
})();
