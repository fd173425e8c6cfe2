import { openBrowser } from './browser';
import { Editor } from './editor';
void (async () => {
	const s = await openBrowser('http://127.0.0.1:5678', '/tmp/shots');
	const p = s.page;
	const ed = new Editor(p);
	const { readExampleWorkflows } = await import('../n8n/exampleWorkflows');
	for (const w of readExampleWorkflows()) {
		await ed.openWorkflow(String(w.id));
		await p.waitForTimeout(1500);
		await s.screenshot('wf-' + w.id);
		console.log(w.id, w.name);
		const name = process.argv[2];
		if (name && w.nodes.some((n: any) => n.name === name)) {
			await ed.openNode(name);
			await p.waitForTimeout(1500);
			await s.screenshot('form');
			await ed.closeNode();
		}
	}
	await s.close();
})();
