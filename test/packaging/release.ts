/** What package.json of the repository says. */
export interface Manifest {
	name: string;
	version: string;
	private?: boolean;
	/** The one place that the publisher fills in: `https://github.com/OWNER/NAME`. */
	config: { repository: string };
	[field: string]: unknown;
}

const GITHUB = /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/;

/**
 * package.json as it is published: with `repository`, `bugs` and `homepage` where the repository is named, and without
 * `private`, with which npm refuses to publish anything but what the release has packed.
 */
export function publishedManifest(manifest: Manifest): Record<string, unknown> {
	const { private: _private, config, ...rest } = manifest;
	const { repository } = config;
	if (repository === '') return rest;
	return {
		...rest,
		homepage: `${repository}#readme`,
		bugs: { url: `${repository}/issues` },
		repository: { type: 'git', url: `git+${repository}.git` },
	};
}

export interface Release {
	manifest: Manifest;
	/** The text of CHANGELOG.md. */
	changelog: string;
	/** The tag that is being released, such as `v1.2.3`; none while it is only tried. */
	tag?: string;
}

/** What keeps this version from being published, as sentences for whoever publishes it. */
export function releaseProblems({ manifest, changelog, tag }: Release): string[] {
	const { version, config } = manifest;
	const problems: string[] = [];
	if (!GITHUB.test(config.repository)) {
		problems.push(
			`package.json names no repository: write https://github.com/OWNER/NAME into config.repository (it is "${config.repository}"). n8n verifies a package against its source there.`,
		);
	}
	if (
		!new RegExp(`^## \\[?${version.replaceAll('.', '\\.')}\\]? - \\d{4}-\\d{2}-\\d{2}$`, 'm').test(changelog)
	) {
		problems.push(
			`CHANGELOG.md has no dated section for ${version}: give its heading the form "## [${version}] - 2026-12-31".`,
		);
	}
	if (tag !== undefined && tag !== `v${version}`) {
		problems.push(
			`The tag is ${tag}, but package.json says ${version}: tag v${version}, or correct the version.`,
		);
	}
	return problems;
}
