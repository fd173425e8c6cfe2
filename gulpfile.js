require('@swc-node/register');
const { execFileSync } = require('node:child_process');
const { rmSync } = require('node:fs');
const { dest, parallel, series, src } = require('gulp');
const { bundlePackages } = require('./test/packaging/bundle.ts');

/** Everything n8n reads beside the compiled code: icons, codex files and output schemas. */
const ASSETS = [
	'nodes/**/*.svg',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
	'credentials/**/*.svg',
];

async function clean() {
	rmSync('dist', { recursive: true, force: true });
}

async function compile() {
	execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json'], {
		stdio: 'inherit',
	});
}

/** After `compile`: its imports of packages lead into the package itself. */
async function bundle() {
	await bundlePackages('dist');
}

function assets() {
	return src(ASSETS, { base: '.', encoding: false }).pipe(dest('dist'));
}

exports.build = series(clean, parallel(series(compile, bundle), assets));
exports.default = exports.build;
