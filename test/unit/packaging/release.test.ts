import { publishedManifest, releaseProblems, type Manifest } from '../../packaging/release';

const REPOSITORY = 'https://github.com/someone/n8n-nodes-amazon-seller';
const CHANGELOG = '# Changelog\n\n## 1.2.3 - 2026-12-01\n';

const manifest = (repository: string): Manifest => ({
	name: 'n8n-nodes-amazon-seller',
	version: '1.2.3',
	private: true,
	homepage: 'https://example.com',
	config: { repository },
});

describe('the published package.json', () => {
	it('tells where the source is, and can be published', () => {
		expect(publishedManifest(manifest(REPOSITORY))).toEqual({
			name: 'n8n-nodes-amazon-seller',
			version: '1.2.3',
			homepage: `${REPOSITORY}#readme`,
			bugs: { url: `${REPOSITORY}/issues` },
			repository: { type: 'git', url: `git+${REPOSITORY}.git` },
		});
	});

	it('invents no repository', () => {
		expect(publishedManifest(manifest(''))).toEqual({
			name: 'n8n-nodes-amazon-seller',
			version: '1.2.3',
			homepage: 'https://example.com',
		});
	});
});

describe('a release', () => {
	const problems = (repository: string, changelog = CHANGELOG, tag?: string) =>
		releaseProblems({ manifest: manifest(repository), changelog, tag });

	it('is ready with a repository, a dated section and its own tag', () => {
		expect(problems(REPOSITORY)).toEqual([]);
		expect(problems(REPOSITORY, CHANGELOG.replace('1.2.3', '[1.2.3]'), 'v1.2.3')).toEqual([]);
	});

	it.each(['', 'https://github.com/someone', 'https://example.com/a/b', 'git@github.com:someone/name'])(
		'is refused with the repository "%s"',
		(repository) => {
			expect(problems(repository)).toEqual([expect.stringMatching(/names no repository: write https:/)]);
		},
	);

	it.each([
		'# Changelog\n',
		'## 1.2.3 - unreleased\n',
		'## 1.2.30 - 2026-12-01\n',
		'## 1x2.3 - 2026-12-01\n',
	])('is refused with the changelog "%s"', (changelog) => {
		expect(problems(REPOSITORY, changelog)).toEqual([
			expect.stringMatching(/has no dated section for 1\.2\.3/),
		]);
	});

	it("is refused under another version's tag", () => {
		expect(problems(REPOSITORY, CHANGELOG, 'v1.2.4')).toEqual([
			'The tag is v1.2.4, but package.json says 1.2.3: tag v1.2.3, or correct the version.',
		]);
	});
});
