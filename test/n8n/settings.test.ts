import { execFileSync } from 'node:child_process';
import { scheduleZone } from './settings';

describe("the zone of n8n's schedules", () => {
	it('is where this machine is', () => {
		expect(scheduleZone({})).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
	});

	it('is what the person says', () => {
		expect(scheduleZone({ GENERIC_TIMEZONE: 'Asia/Tokyo' })).toBe('Asia/Tokyo');
	});

	it('respects TZ', () => {
		const script = `process.stdout.write(require(${JSON.stringify(require.resolve('./settings'))}).scheduleZone())`;
		const zone = execFileSync(process.execPath, ['-r', '@swc-node/register', '-e', script], {
			env: { ...process.env, TZ: 'Europe/Berlin', GENERIC_TIMEZONE: '' },
			encoding: 'utf8',
		});
		expect(zone).toBe('Europe/Berlin');
	});
});
